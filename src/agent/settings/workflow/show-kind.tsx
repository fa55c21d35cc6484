import * as z from 'zod';
import { categories } from '#db/schema/tickets.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { isId, newId } from '#lib/ids.ts';
import { Problem } from '#lib/problem.ts';
import { lengthOf } from '#lib/text.ts';
import { addItem } from '#tickets/workflow/add-item.ts';
import { rename } from '#tickets/workflow/change-item.ts';
import { type Kind, longestLabel, mostItems, readWords, type Words, type WordsFaults } from '#tickets/workflow/item.ts';
import type { Reader } from '#ui/reader.ts';
import { type Arrived, sendPlace } from '../../send-place.ts';
import type { Again } from './again.ts';
import { KindPage } from './kind-page.tsx';
import { leaveFor, saidOf, visitItem, visitItems } from './place.ts';

type Handler = (c: AppContext) => Promise<Response>;
type Seen = Awaited<ReturnType<typeof visitItems>>;

/** GET /settings/statuses, /settings/priorities, /settings/teams */
export function showKind(kind: Kind): Handler {
  return async (c) => page(c, kind, await visitItems(c, kind), null);
}

const words = { label: z.string().default(''), public_label: z.string().default('') };
const addForm = z.strictObject({
  ...words,
  id: z.string(),
  category: z.enum(categories).optional(),
});

/** POST to the list: one more, at its end. */
export function addToKind(kind: Kind): Handler {
  return async (c) => {
    const read = await readForm(c, addForm);
    const seen = await visitItems(c, kind);
    if (!read.ok || !isId(kind, read.value.id)) throw new Problem('invalid', 'unknown_choice');
    const { id, category = null } = read.value;
    if ((kind === 'status') !== (category !== null)) throw new Problem('invalid', 'unknown_choice');
    const typed = { label: read.value.label, publicLabel: read.value.public_label };
    const others = seen.rows.items.filter((item) => item.id !== id);
    const wanted = readWords(typed, others);
    const again = (faults: Again['faults']) => page(c, kind, seen, { id: null, newId: id, typed, category, faults });
    const { reader } = (await agentLook(c, seen.actor)).frame;
    if (!wanted.ok) return again(faultWords(reader, typed, wanted.faults));
    const made = { kind, id, words: wanted.words, category };
    const { outcome } = await addItem(c.get('scope'), seen.actor, made, originOf(c));
    return outcome === 'full'
      ? again({ label: reader.t('workflow.full', { max: mostItems }) })
      : leaveFor(c, kind, 'added');
  };
}

/** POST to one of them: other words. */
export function renameOne(kind: Kind): Handler {
  return async (c) => {
    const read = await readForm(c, z.strictObject(words));
    const { seen, item, change } = await visitItem(c, kind);
    if (!read.ok) throw new Problem('invalid', 'unknown_choice');
    const typed = { label: read.value.label, publicLabel: read.value.public_label };
    const wanted = readWords(
      typed,
      seen.rows.items.filter(({ id }) => id !== item.id),
    );
    if (!wanted.ok) {
      const { reader } = (await agentLook(c, seen.actor)).frame;
      const faults = faultWords(reader, typed, wanted.faults);
      return page(c, kind, seen, { id: item.id, newId: null, typed, category: null, faults });
    }
    await rename(change, wanted.words);
    return leaveFor(c, kind, 'saved');
  };
}

function faultWords({ t }: Reader, typed: Words, faults: WordsFaults): Again['faults'] {
  const say = (fault: WordsFaults['label'], text: string) => {
    if (fault === 'missing') return t('field.missing');
    return fault === 'taken' ? t('workflow.taken') : t('field.tooLong', { max: longestLabel, length: lengthOf(text) });
  };
  return {
    ...(faults.label && { label: say(faults.label, typed.label) }),
    ...(faults.public_label && { public_label: say(faults.public_label, typed.publicLabel) }),
  };
}

function page(c: AppContext, kind: Kind, seen: Seen & Arrived, again: Again | null): Promise<Response> {
  const id = again?.newId ?? newId(kind, c.get('now'));
  return sendPlace(
    c,
    seen,
    (place) => (
      <KindPage {...place} {...{ kind, again }} items={seen.rows.items} newId={id} said={again ? null : saidOf(c)} />
    ),
    again ? 422 : 200,
  );
}
