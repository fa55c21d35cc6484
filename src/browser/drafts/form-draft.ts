import { type Draft, dropDraft, dropForeign, dropSent, type Place, readDraft, writeDraft } from './draft-store.ts';
import { fieldsOf, fill } from './form-fields.ts';

const pauseMs = 400;
const dayMs = 86_400_000;

/**
 * Keeps what somebody has begun to write in the form around it, in this browser,
 * until the server says that it arrived (`__Host-sent`), they sign out, somebody
 * else signs in, or it is old. Of two tabs with the same form the later word wins.
 */
export class FormDraft extends HTMLElement {
  #pause: number | undefined;
  #isSent = false;
  #isLeaving = false;
  #leave = new AbortController();

  connectedCallback(): void {
    const form = this.closest('form');
    if (!form) return;
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    form.addEventListener('input', (event) => this.#changed(form, event), { signal });
    form.addEventListener('change', (event) => this.#changed(form, event), { signal });
    form.addEventListener('submit', (event) => this.#send(form, event), { signal });
    for (const event of ['beforeunload', 'pagehide']) {
      window.addEventListener(event, () => this.#flush(form), { signal, capture: true });
    }
    document.addEventListener('visibilitychange', () => document.hidden && this.#flush(form), { signal });
    window.addEventListener('pageshow', () => (this.#isLeaving = false), { signal });
    this.querySelector('[data-discard]')?.addEventListener('click', () => this.#discard(form), { signal });
    if (this.dataset['guest'] === undefined) {
      dropForeign(localStorage, this.#place, Date.now() - Number(this.dataset['days']) * dayMs);
    }
    this.#begin(form);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#pause);
    this.#leave.abort();
  }

  get #place(): Place {
    const { person = '', form = '' } = this.dataset;
    return { tenant: document.documentElement.dataset['tenant'] ?? '', person, form };
  }

  /** What somebody has begun on this page, and what the server shows again of it, is newer than what is kept. */
  #begin(form: HTMLFormElement): void {
    const draft = readDraft(localStorage, this.#place);
    if (!isSame(form)) this.#save(form);
    else if (draft && this.#isWanted) this.#restore(form, draft);
    else if (draft && draft.key === keyIn(form)?.value) this.#save(form);
  }

  /** The page shows nothing that was typed, and has just been opened. */
  get #isWanted(): boolean {
    return this.dataset['fresh'] !== undefined && this.dataset['back'] !== undefined;
  }

  #restore(form: HTMLFormElement, draft: Draft): void {
    fill(form, draft.fields);
    this.#isSent = draft.isSent;
    const key = keyIn(form);
    // One key for the same words, also in two tabs: should they have arrived after all, the server knows them.
    if (key && draft.key) key.value = draft.key;
    form.dataset['kept'] = '';
    this.#note?.removeAttribute('hidden');
  }

  #changed(form: HTMLFormElement, event: Event): void {
    if (event instanceof CustomEvent) return;
    this.#isLeaving = false;
    delete form.dataset['kept'];
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#save(form), pauseMs);
  }

  #flush(form: HTMLFormElement): void {
    if (this.#pause !== undefined && !this.#isLeaving) this.#save(form);
  }

  /** Buttons that do not ask for whole forms only look at them. */
  #send(form: HTMLFormElement, { submitter }: SubmitEvent): void {
    this.#isSent ||= !(submitter instanceof HTMLButtonElement && submitter.formNoValidate);
    this.#save(form);
    this.#isLeaving = true;
  }

  #save(form: HTMLFormElement): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    const key = keyIn(form)?.value ?? '';
    if (isSame(form) && this.dataset['fresh'] !== undefined) {
      // Another tab may have begun something of its own.
      if (readDraft(localStorage, this.#place)?.key === key) dropDraft(localStorage, this.#place);
      this.#note?.setAttribute('hidden', '');
      return;
    }
    const now = fieldsOf(form, 'now');
    // A message that was sent has its pictures already.
    const fields =
      this.dataset['edit'] === undefined ? now.map(([name, value]) => [name, withoutPictures(value)] as const) : now;
    const isKept = writeDraft(localStorage, this.#place, { at: Date.now(), key, isSent: this.#isSent, fields });
    form.toggleAttribute('data-kept', isKept);
  }

  #discard(form: HTMLFormElement): void {
    fill(form, fieldsOf(form, 'first'));
    dropDraft(localStorage, this.#place);
    this.#note?.setAttribute('hidden', '');
    form.querySelector<HTMLElement>('textarea, input:not([type="hidden"]), select')?.focus();
  }

  get #note(): Element | null {
    return this.querySelector('[data-draft-note]');
  }
}

/** Files do not come back with a draft: of a picture its name is left. */
function withoutPictures(text: string): string {
  return text.replace(/!(\[(?:\\.|[^[\]\\\n])*\])\((?:attachment:\w+)?\)/g, '$1');
}

function isSame(form: HTMLFormElement): boolean {
  return JSON.stringify(fieldsOf(form, 'now')) === JSON.stringify(fieldsOf(form, 'first'));
}

function keyIn(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[type="hidden"][name="key"]');
}

const arrived = /(?:^|; )__Host-sent=([^;]*)/.exec(document.cookie)?.[1];
if (arrived) dropSent(localStorage, arrived);
