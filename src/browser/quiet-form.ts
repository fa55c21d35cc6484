declare global {
  interface DocumentEventMap {
    /** Something on this page was changed by it: what is shown is old. */
    'portico:changed': Event;
  }
}

/** They go through the choices of a closed list without opening it. */
const walksChoices = /^(Arrow|Page|Home$|End$|.$)/;

/**
 * Sends the form inside it without leaving the page, so that words half written
 * elsewhere on it stay. The server answers 204; at anything else the form is
 * sent as it is without script. With `data-at-once` a choice is sent as it is
 * made; who walks through a list by keys passes choices that they do not mean,
 * so theirs is sent by Enter or when they leave it.
 */
export class QuietForm extends HTMLElement {
  #leave = new AbortController();
  #plain = false;
  /** Something was chosen while the form was on its way. */
  #again = false;
  #walking = false;
  #pending = false;

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    this.addEventListener('submit', (event) => this.#submit(event), { signal });
    if (this.dataset.atOnce === undefined) return;
    this.addEventListener('change', () => this.#chosen(), { signal });
    this.addEventListener('keydown', (event) => this.#pressed(event), { signal });
    this.addEventListener('pointerdown', () => this.#pointed(), { signal });
    this.addEventListener('focusout', () => this.#flush(), { signal });
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  #chosen(): void {
    this.#pending = true;
    if (this.#walking) this.#say('pending');
    else this.#flush();
  }

  #pressed(event: KeyboardEvent): void {
    // Space opens the list, Enter takes a choice of an open one.
    this.#walking = event.key !== ' ' && walksChoices.test(event.key);
    if (event.key !== 'Enter' || !this.#pending) return;
    event.preventDefault();
    this.#flush();
  }

  #pointed(): void {
    this.#walking = false;
  }

  #flush(): void {
    if (!this.#pending) return;
    this.#pending = false;
    this.querySelector('form')?.requestSubmit();
  }

  #submit(event: SubmitEvent): void {
    const { target: form, submitter } = event;
    if (this.#plain || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    if (this.ariaBusy === 'true') {
      this.#again = this.dataset.atOnce !== undefined;
      return;
    }
    this.ariaBusy = 'true';
    this.#say(null);
    const sent = new FormData(form, submitter);
    void send(form, sent).then((done) => {
      this.ariaBusy = 'false';
      this.#plain = !done;
      if (!done) return form.requestSubmit(submitter);
      settle(form, sent);
      this.dataset.sent = '';
      if (this.#again) {
        this.#again = false;
        return form.requestSubmit();
      }
      this.#say('saved');
      document.dispatchEvent(new Event('portico:changed'));
    });
  }

  /** In the words of the place that it stands in; null: nothing. */
  #say(what: 'saved' | 'pending' | null): void {
    const line = this.closest('[data-saving]')?.querySelector<HTMLElement>('[data-saved]');
    if (line) line.textContent = what === null ? '' : (line.dataset[what] ?? '');
  }
}

/** What was sent is no longer begun, and is what the page has shown: what the server says of it may take its place. */
function settle(form: HTMLFormElement, sent: FormData): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement) {
      const of = /^was[_.](.+)$/.exec(field.name)?.[1];
      // A custom field may be called so itself; what was shown is never seen.
      if (of !== undefined && field.type === 'hidden') field.value = sent.getAll(of).join(' ');
      field.defaultValue = field.value;
      field.defaultChecked = field.checked;
    } else if (field instanceof HTMLTextAreaElement) field.defaultValue = field.value;
    else if (field instanceof HTMLSelectElement)
      for (const option of field.options) option.defaultSelected = option.selected;
  }
}

async function send(form: HTMLFormElement, sent: FormData): Promise<boolean> {
  const fields = [...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  try {
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields) });
    return response.status === 204;
  } catch {
    return false;
  }
}
