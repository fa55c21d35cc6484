const rows = '[data-row] a, .entry[tabindex]';

/** What a key goes to where a page names nothing else by `data-key`. */
const usual: Readonly<Record<string, string>> = {
  r: '[name="kind"][value="reply"]',
  n: '[name="kind"][value="note"]',
  a: 'select[name="assignee"]',
  '/': 'input[name="q"]',
};

const offKey = 'keys-off';

/** Where one searches from a page that has no box for it. */
const search = { href: '/tickets#search', hash: '#search' };

/**
 * The keys of the agent app (DESIGN §9). It wraps the `<dialog>` that lists them,
 * which `?` and `[data-keys-open]` open; its `[data-keys-off]` box turns single
 * letters off for who dictates or slips (WCAG 2.1.4).
 */
export class AgentKeys extends HTMLElement {
  #leave = new AbortController();

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    document.addEventListener('keydown', (event) => this.#press(event), { signal });
    if (location.hash === search.hash) this.#act('/');
    for (const button of document.querySelectorAll('[data-keys-open]')) {
      button.addEventListener('click', () => this.querySelector('dialog')?.showModal(), { signal });
    }
    const off = this.querySelector<HTMLInputElement>('[data-keys-off]');
    if (!off) return;
    off.checked = isOff();
    off.addEventListener('change', () => localStorage.setItem(offKey, off.checked ? 'yes' : ''), { signal });
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (isWriting(event.target) || document.querySelector('dialog[open]') || isOff()) return;
    if (this.#act(event.key)) event.preventDefault();
  }

  #act(key: string): boolean {
    if (key === 'j') return move(1);
    if (key === 'k') return move(-1);
    if (key === '?') return this.#help();
    const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"], ${usual[key] ?? ':not(*)'}`);
    if (!target) return key === '/' && goSearch();
    if (target.matches('button, a, [type="radio"], [type="checkbox"]')) target.click();
    const field = target.matches('[type="radio"]') ? target.closest('form')?.querySelector('textarea') : target;
    field?.focus();
    return true;
  }

  #help(): boolean {
    this.querySelector('dialog')?.showModal();
    return true;
  }
}

/** Never twice: a page that has no box even there would turn in circles. */
function goSearch(): boolean {
  if (location.hash !== search.hash) location.assign(search.href);
  return true;
}

function move(by: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(rows)];
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return all.length > 0;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches('textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="submit"])')
  );
}

function isOff(): boolean {
  return localStorage.getItem(offKey) === 'yes';
}
