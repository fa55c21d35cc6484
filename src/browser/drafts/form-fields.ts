import type { Pair } from './draft-store.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const neverKept = new Set(['hidden', 'file', 'password', 'submit', 'button', 'image', 'reset']);

/** What stands in a form that a person filled in; `first`: what it came with. Also what is not shown at the moment. */
export function fieldsOf(form: HTMLFormElement, when: 'now' | 'first'): readonly Pair[] {
  return controlsOf(form).flatMap((control) => valuesOf(control, when).map((value): Pair => [control.name, value]));
}

/** Puts it back; whoever looks at the form hears of each control that changed. */
export function fill(form: HTMLFormElement, fields: readonly Pair[]): void {
  const left = new Map<string, string[]>();
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value]);
  for (const control of controlsOf(form)) {
    const before = valuesOf(control, 'now').join('\n');
    setValues(control, left.get(control.name) ?? []);
    if (valuesOf(control, 'now').join('\n') === before) continue;
    control.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  }
}

function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter((element): element is Control => {
    if (element instanceof HTMLInputElement) return element.name !== '' && !neverKept.has(element.type);
    const isControl = element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
    return isControl && element.name !== '';
  });
}

function valuesOf(control: Control, when: 'now' | 'first'): readonly string[] {
  const isNow = when === 'now';
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options];
    const chosen = options.filter((option) => (isNow ? option.selected : option.defaultSelected));
    // A single choice without a mark begins with its first option.
    const first = chosen.length === 0 && !control.multiple ? options.slice(0, 1) : chosen;
    return (isNow ? chosen : first).map(({ value }) => value);
  }
  if (isTick(control)) return (isNow ? control.checked : control.defaultChecked) ? [control.value] : [];
  return [isNow ? control.value : control.defaultValue];
}

/** Of several text controls of one name each takes the next value. A choice that is offered no more leaves what stands. */
function setValues(control: Control, values: string[]): void {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options];
    if (!options.some(({ value }) => values.includes(value)) && !(control.multiple && values.length === 0)) return;
    for (const option of options) option.selected = values.includes(option.value);
  } else if (isTick(control)) {
    control.checked = values.includes(control.value);
  } else {
    control.value = values.shift() ?? control.value;
  }
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');
}
