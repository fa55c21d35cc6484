import { newId } from '#lib/ids.ts';
import { moved } from '#lib/moved.ts';
import { cleanLine, isLongerThan } from '#lib/text.ts';
import type { Choice } from '../definition.ts';

const mostChoices = 200;
const longestChoice = 100;

export type ChoicesFault = 'no_choices' | 'too_many_choices' | 'choice_too_long' | 'choice_twice';

/** One change of a field's choices. */
export type ChoiceEdit =
  | { readonly do: 'add'; readonly label: string }
  | { readonly do: 'rename'; readonly id: string; readonly label: string }
  | { readonly do: 'up' | 'down' | 'retire' | 'restore'; readonly id: string };

export type EditedChoices =
  | { readonly ok: true; readonly choices: readonly Choice[] }
  | { readonly ok: false; readonly fault: ChoicesFault };

/** The choices of a new field, one a line. */
export function readChoices(text: string, now: number): EditedChoices {
  const labels = text
    .split(/\r\n?|\n/)
    .map(cleanLine)
    .filter((label) => label !== '');
  return checked(labels.map((label) => ({ id: newId('choice', now), label })));
}

/** The choices after a change. Of one that is not there nothing comes. */
export function editChoices(choices: readonly Choice[], edit: ChoiceEdit, now: number): EditedChoices {
  if (edit.do === 'add') return withLabel(edit.label, (label) => [...choices, { id: newId('choice', now), label }]);
  const at = choices.findIndex(({ id }) => id === edit.id);
  const choice = choices[at];
  if (!choice) return { ok: true, choices };
  if (edit.do === 'rename') return withLabel(edit.label, (label) => choices.with(at, { ...choice, label }));
  if (edit.do === 'retire') return checked(choices.with(at, { ...choice, retired: true }));
  if (edit.do === 'restore') return checked(choices.with(at, { id: choice.id, label: choice.label }));
  return { ok: true, choices: moved(choices, at, edit.do) };
}

function withLabel(raw: string, choicesOf: (label: string) => readonly Choice[]): EditedChoices {
  const label = cleanLine(raw);
  return label === '' ? { ok: false, fault: 'no_choices' } : checked(choicesOf(label));
}

function checked(choices: readonly Choice[]): EditedChoices {
  const offered = choices.filter(({ retired }) => !retired).map(({ label }) => label.toLowerCase());
  if (offered.length === 0) return { ok: false, fault: 'no_choices' };
  if (choices.length > mostChoices) return { ok: false, fault: 'too_many_choices' };
  if (choices.some(({ label }) => isLongerThan(label, longestChoice))) return { ok: false, fault: 'choice_too_long' };
  if (new Set(offered).size < offered.length) return { ok: false, fault: 'choice_twice' };
  return { ok: true, choices };
}
