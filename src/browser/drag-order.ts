/**
 * `<drag-order>` around lists `[data-rows data-section]` of rows `[data-row]`, each in its `[data-zone]`:
 * a row is taken by its `[data-grip]` and dropped elsewhere, which sends its
 * hidden form `[data-drop]` with the section and the place. The buttons beside
 * each row do the same without a pointer.
 */
export class DragOrder extends HTMLElement {
  #row: HTMLElement | null = null;

  connectedCallback(): void {
    this.toggleAttribute('data-ready', true);
    this.addEventListener('pointerdown', this.#take);
    this.addEventListener('dragstart', this.#start);
    this.addEventListener('dragover', this.#over);
    this.addEventListener('drop', this.#drop);
    this.addEventListener('dragend', this.#end);
  }

  /** Only by its grip: elsewhere a row's words can be selected, and its link dragged. */
  readonly #take = ({ target }: Event): void => {
    const grip = target instanceof Element ? target.closest('[data-grip]') : null;
    for (const row of this.querySelectorAll<HTMLElement>('[data-row]')) row.draggable = row.contains(grip);
  };

  readonly #start = (event: DragEvent): void => {
    const row = rowOf(event.target);
    if (!row?.draggable || !event.dataTransfer) return;
    this.#row = row;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', row.id);
    row.toggleAttribute('data-dragged', true);
  };

  /** The row goes along with the hand: where it stands when it is let go is its new place. */
  readonly #over = (event: DragEvent): void => {
    const row = this.#row;
    const { target } = event;
    if (!row || !(target instanceof Element)) return;
    const list = target.closest('[data-zone]')?.querySelector('[data-rows]');
    if (!list) return;
    event.preventDefault();
    const others = [...list.querySelectorAll<HTMLElement>('[data-row]')].filter((other) => other !== row);
    const next = others.find((other) => event.clientY < middleOf(other)) ?? null;
    if (row.parentElement !== list || row.nextElementSibling !== next) list.insertBefore(row, next);
  };

  readonly #drop = (event: DragEvent): void => {
    const row = this.#row;
    if (!row) return;
    event.preventDefault();
    const form = row.querySelector<HTMLFormElement>('form[data-drop]');
    const list = row.closest<HTMLElement>('[data-rows]');
    const [section, to] = [controlOf(form, 'section'), controlOf(form, 'to')];
    if (!form || !list || !to) return;
    const place = [...list.querySelectorAll('[data-row]')].indexOf(row);
    const id = list.dataset['section'] ?? '';
    if ((section?.value ?? '') === id && to.value === String(place)) return;
    if (section) section.value = id;
    to.value = String(place);
    form.requestSubmit();
  };

  readonly #end = (event: DragEvent): void => {
    this.#row?.toggleAttribute('data-dragged', false);
    this.#row = null;
    // Let go outside: the page shows again what is stored.
    if (event.dataTransfer?.dropEffect === 'none') location.reload();
  };
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
}

function middleOf(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

function controlOf(form: HTMLFormElement | null, name: string): HTMLInputElement | null {
  return form?.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? null;
}
