/** For each element's name, how its code comes. */
export type Loads = Readonly<Record<string, () => Promise<CustomElementConstructor>>>;

const touches = ['pointerover', 'pointerdown', 'focusin', 'keydown', 'input', 'change', 'click', 'paste', 'dragenter'];
const drops = ['dragover', 'drop'];

/**
 * Elements whose code comes when a hand first touches them, what stands in them,
 * or the form that they stand in: a page that is only read never pays for them.
 * While the code is on its way, a press of a button that needs it is kept and
 * repeated, and a file that is dropped does not take the page away. Gives the way
 * to fetch one without a touch.
 */
export function loadOnTouch(loads: Loads): (name: string) => Promise<void> {
  const coming = new Map<string, Promise<void>>();
  const settled = new Set<string>();
  for (const type of touches) document.addEventListener(type, touch, { capture: true });
  for (const type of drops) document.addEventListener(type, hold, { capture: true });
  return load;

  function touch(event: Event): void {
    const names = missing(event.target);
    for (const name of names) void load(name);
    if (event.type !== 'click' || !(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLButtonElement>('button[data-needs]');
    const needed = names.find((name) => name === button?.dataset['needs']);
    if (!needed) return;
    event.preventDefault();
    void load(needed).then(() => button?.click());
  }

  function hold(event: Event): void {
    const isFile = event instanceof DragEvent && event.dataTransfer?.types.includes('Files');
    if (isFile && missing(event.target).length) event.preventDefault();
  }

  function missing(target: EventTarget | null): string[] {
    if (!(target instanceof Element)) return [];
    const form = target.closest('form');
    const isNear = (name: string) => target.closest(name) ?? form?.querySelector(name);
    return Object.keys(loads).filter((name) => !settled.has(name) && isNear(name));
  }

  function load(name: string): Promise<void> {
    const loaded = coming.get(name) ?? define(name).finally(() => settled.add(name));
    coming.set(name, loaded);
    return loaded;
  }

  /** The file may be gone with its version, or the network: the page goes on as it does without script. */
  async function define(name: string): Promise<void> {
    try {
      const element = await loads[name]?.();
      if (element) customElements.define(name, element);
    } catch {
      for (const element of document.querySelectorAll(name)) element.toggleAttribute('data-missing', true);
    }
  }
}
