declare global {
  interface DocumentEventMap {
    /** Something on this page was changed by it: what is shown is old. */
    'portico:changed': Event;
  }
}

/**
 * Sends the form inside it without leaving the page, so that words half written
 * elsewhere on it stay. The server answers 204; at anything else the form is
 * sent as it is without script.
 */
export class QuietForm extends HTMLElement {
  #leave = new AbortController();
  #plain = false;

  connectedCallback(): void {
    this.#leave = new AbortController();
    this.addEventListener('submit', (event) => this.#submit(event), { signal: this.#leave.signal });
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  #submit(event: SubmitEvent): void {
    const { target: form, submitter } = event;
    if (this.#plain || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    if (this.ariaBusy === 'true') return;
    this.ariaBusy = 'true';
    void send(form, submitter).then((done) => {
      this.ariaBusy = 'false';
      this.#plain = !done;
      if (!done) return form.requestSubmit(submitter);
      settle(form);
      this.dataset.sent = '';
      document.dispatchEvent(new Event('portico:changed'));
    });
  }
}

/** What was sent is no longer begun: what the server says of it may take its place. */
function settle(form: HTMLFormElement): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement) {
      field.defaultValue = field.value;
      field.defaultChecked = field.checked;
    } else if (field instanceof HTMLTextAreaElement) field.defaultValue = field.value;
    else if (field instanceof HTMLSelectElement)
      for (const option of field.options) option.defaultSelected = option.selected;
  }
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<boolean> {
  const fields = [...new FormData(form, submitter)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  try {
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields) });
    return response.status === 204;
  } catch {
    return false;
  }
}
