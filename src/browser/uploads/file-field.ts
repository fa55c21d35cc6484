import { isPictureFile, PlacedPicture, takeOut, textOfPictures } from './placed-picture.ts';
import { upload } from './upload.ts';

interface Waiting {
  readonly file: File;
  readonly row: HTMLElement;
  readonly cancel: AbortController;
  /** The text that it came into, and its place there. */
  readonly text: HTMLTextAreaElement | null;
  readonly place: PlacedPicture | null;
}

/**
 * Sends each file as soon as it is chosen, dropped or pasted, one after the
 * other, and keeps the line that the server answers, with its id, in the form. A
 * picture that came into a text stands there. A form that is sent meanwhile
 * waits for them.
 */
export class FileField extends HTMLElement {
  #leave = new AbortController();
  #queue: Waiting[] = [];
  #isBusy = false;
  #held: { readonly submitter: HTMLElement | null } | null = null;

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const form = this.closest('form');
    const area = this.dataset['main'] === undefined ? this : (form ?? this);
    this.addEventListener('change', () => this.#takeChosen(), { signal });
    this.addEventListener('click', (event) => this.#pressed(event), { signal });
    area.addEventListener('dragover', (event) => this.#dragged(event), { signal });
    area.addEventListener('dragleave', () => this.toggleAttribute('data-over', false), { signal });
    area.addEventListener('drop', (event) => this.#dropped(event), { signal });
    if (area !== this) area.addEventListener('paste', (event) => this.#pasted(event), { signal });
    form?.addEventListener('submit', (event) => this.#hold(event), { signal, capture: true });
    this.#takeChosen();
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  /** Takes files from wherever they come; pictures of them may stand in `text`. */
  add(files: Iterable<File>, text: HTMLTextAreaElement | null = null): void {
    for (const file of files) this.#add(file, text);
    void this.#work();
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input[type="file"]');
  }

  #takeChosen(): void {
    const input = this.#input;
    if (!input?.files?.length) return;
    this.add([...input.files]);
    input.value = '';
  }

  #add(file: File, text: HTMLTextAreaElement | null): void {
    const template = this.querySelector<HTMLTemplateElement>('template[data-row]');
    const row = template?.content.firstElementChild?.cloneNode(true);
    if (!(row instanceof HTMLElement)) return;
    const name = row.querySelector('[data-file-name]');
    if (name) name.textContent = file.name;
    const uploading = named(row.dataset['uploading'], file);
    row.querySelector('progress')?.setAttribute('aria-label', uploading);
    this.querySelector('[data-kept]')?.append(row);
    const place = text && isPictureFile(file) ? new PlacedPicture(text, uploading) : null;
    this.#enqueue({ file, row, text, place, cancel: new AbortController() });
  }

  #enqueue(waiting: Waiting): void {
    const { row } = waiting;
    const onPress = (hook: string, act: () => void) =>
      row.querySelector(hook)?.addEventListener('click', act, { signal: this.#leave.signal, once: true });
    onPress('[data-cancel]', () => this.#cancel(waiting));
    this.#queue.push(waiting);
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    let isWhole = true;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift())
      isWhole = (await this.#send(next)) && isWhole;
    this.#isBusy = false;
    const held = this.#held;
    this.#held = null;
    if (held && isWhole) this.closest('form')?.requestSubmit(held.submitter);
  }

  /** False where somebody must look: the file did not get there. */
  async #send(waiting: Waiting): Promise<boolean> {
    const { file, row, cancel } = waiting;
    if (cancel.signal.aborted) return true;
    const progress = row.querySelector('progress');
    this.#say(row.dataset['uploading'], file);
    const largest = Number(this.dataset['largest']);
    const answer =
      file.size > largest
        ? ({ outcome: 'refused', why: named(row.dataset['tooLarge'], file) } as const)
        : await upload({
            url: this.dataset['upload'] ?? '',
            fields: this.#fields(),
            file,
            signal: cancel.signal,
            onProgress: (percent) => {
              if (progress) progress.value = percent;
            },
          });
    if (answer.outcome === 'kept') {
      putInPlace(waiting, answer.line);
      row.replaceWith(answer.line);
      this.#say(row.dataset['arrived'], file);
      return true;
    }
    if (answer.outcome === 'cancelled') return true;
    this.#refuse(waiting, answer.outcome === 'refused' ? answer.why : null);
    return false;
  }

  /** `why`: the server's own words, which another try would not change. */
  #refuse({ file, row, text, place }: Waiting, why: string | null): void {
    place?.leave();
    const fault = row.querySelector<HTMLElement>('[data-fault]');
    const retry = row.querySelector<HTMLElement>('[data-retry]');
    row.querySelector('progress')?.toggleAttribute('hidden', true);
    if (fault) {
      fault.textContent = why ?? row.dataset['failed'] ?? '';
      fault.hidden = false;
    }
    this.#say(fault?.textContent ?? '', file);
    if (!retry || why !== null) return;
    retry.hidden = false;
    retry.addEventListener('click', () => this.#again(file, row, text), { once: true, signal: this.#leave.signal });
  }

  #again(file: File, row: HTMLElement, text: HTMLTextAreaElement | null): void {
    row.remove();
    this.add([file], text);
  }

  #cancel({ row, place, cancel }: Waiting): void {
    cancel.abort();
    row.remove();
    place?.leave();
    this.#input?.focus();
  }

  /** What the server must know of the form: the upload key, on agents' pages the tenant too. */
  #fields(): Map<string, string> {
    const form = this.closest('form');
    const fields = new Map<string, string>();
    for (const name of ['upload_key', 'tenant']) {
      const field = form?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (field) fields.set(name, field.value);
    }
    return fields.set('name', this.dataset['name'] ?? 'files');
  }

  #pressed(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-drop]') : null;
    if (!button) return;
    event.preventDefault();
    void this.#remove(button);
  }

  /** Where the server cannot be asked, the button does what it does without script. */
  async #remove(button: HTMLButtonElement): Promise<void> {
    const fields = this.#fields();
    fields.delete('name');
    const url = `${this.dataset['upload']}/${button.value}/removal`;
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams([...fields]) }).catch(() => null);
    if (answer?.status !== 204 && answer?.status !== 404) return;
    button.closest('li')?.remove();
    takeOut(this.closest('form'), button.value);
    this.#input?.focus();
  }

  #dragged(event: Event): void {
    if (!(event instanceof DragEvent) || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.toggleAttribute('data-over', true);
  }

  #dropped(event: Event): void {
    this.toggleAttribute('data-over', false);
    if (!(event instanceof DragEvent) || !event.dataTransfer?.files.length || event.defaultPrevented) return;
    event.preventDefault();
    this.add([...event.dataTransfer.files], textOfPictures(event.target));
  }

  /** A picture of the clipboard; words are pasted as ever. */
  #pasted(event: Event): void {
    if (!(event instanceof ClipboardEvent) || !event.clipboardData?.files.length) return;
    if (event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    this.add([...event.clipboardData.files], textOfPictures(event.target));
  }

  #hold(event: SubmitEvent): void {
    if (!this.#isBusy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#held = { submitter: event.submitter };
    const row = this.querySelector<HTMLElement>('[data-waiting]');
    this.#say(row?.dataset['waiting'], null);
  }

  #say(words: string | undefined, file: File | null): void {
    const said = this.querySelector('[data-said]');
    if (said && words) said.textContent = named(words, file);
  }
}

/** A file that calls itself a picture and is none is only attached. */
function putInPlace({ place }: Waiting, line: DocumentFragment): void {
  const { file, name, picture } = line.querySelector<HTMLElement>('[data-file]')?.dataset ?? {};
  if (file && name && picture !== undefined) place?.arrive(file, name);
  else place?.leave();
}

function named(words: string | undefined, file: File | null): string {
  return (words ?? '').replaceAll('{name}', file?.name ?? '');
}
