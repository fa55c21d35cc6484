import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { newKey } from '#http/form-key.ts';
import { portalLook } from '#http/frame.ts';
import { type FormResult, readForm } from '#http/read-form.ts';
import { sendFragment } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { joinRoom, refuseHandshake } from '#live/join.ts';
import { loadEdited } from '#tickets/edits/edited-messages.ts';
import { keepReadMark } from '#tickets/keep-read-mark.ts';
import { loadLiveThread } from '#tickets/portal-live-thread.ts';
import { loadThread, threadOf } from '#tickets/portal-thread-page.ts';
import { EditedText } from '#ui/message-text.tsx';
import { writtenText } from '#ui/written-text.ts';
import { requestNumberOf } from '../request-number.ts';
import { Details, detailsOf } from './details.tsx';
import { Entries } from './entries.tsx';
import { editHrefOf } from './entry-view.ts';
import { PeopleFact, ThreadHead } from './thread-head.tsx';
import { ThreadState } from './thread-state.tsx';
import { editPathOf, threadView } from './thread-view.ts';

/** GET /requests/:number/updates?after=17: the entries after it, and what they changed around them. */
export async function showUpdates(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const after = afterOf(c);
  const { actor, rows } = await visitAsContact(c, (scope, claim) => ({
    ...loadThread(scope, claim, number, { after }),
    ...loadEdited(scope, claim, number, after),
  }));
  const { frame } = portalLook(c, actor);
  const found = threadOf(rows);
  const reading = { reader: frame.reader, actor, brand: frame.brand.name };
  const thread = threadView(reading, found);
  const editing = { ...reading, editPath: editPathOf(reading, found) };
  const isMoved = found.entries.some(({ kind }) => kind === 'event');
  c.header('X-After', String(thread.after));
  return sendFragment(
    c,
    <>
      <Entries reader={frame.reader} entries={thread.entries} />
      {rows.edited.map(({ entry: seq, author, body, files, sentAt, editedAt }) => (
        <EditedText
          reader={frame.reader}
          text={{
            seq,
            ...writtenText(body, files, '/files'),
            editedAt,
            editHref: editHrefOf(editing, author, seq, sentAt),
          }}
        />
      ))}
      {!isMoved && thread.people && <PeopleFact reader={frame.reader} people={thread.people} />}
      {isMoved && (
        <ThreadHead reader={frame.reader} thread={thread} keys={{ key: newKey(), workspace: actor.accountId }} />
      )}
      {isMoved && (
        <Details
          reader={frame.reader}
          details={detailsOf({ reader: frame.reader, workspace: actor.accountId, filesPath: '/files' }, found)}
        />
      )}
      {isMoved && <ThreadState reader={frame.reader} thread={thread} />}
    </>,
  );
}

/** GET /requests/:number/live: a socket that says when there is more. */
export async function joinThread(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const refused = refuseHandshake(c.req.raw);
  if (refused) return refused;
  const { actor, rows } = await visitAsContact(c, (scope, claim) => loadLiveThread(scope, claim, number));
  if (!rows.ticket) throw notFound();
  const { id: ticketId, publicSeq: latest } = rows.ticket;
  const topic = { kind: 'ticket', ticketId } as const;
  return joinRoom(c.env, c.req.raw, { scope: c.get('scope'), topic, actor, host: c.get('host'), latest });
}

const readingForm = z.strictObject({ seen: z.string().regex(/^\d{1,10}$/) });

/** POST /requests/:number/reading: how far an open page has shown what came in. */
export async function keepReading(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const form: FormResult<z.infer<typeof readingForm>> = await readForm(c, readingForm);
  if (!form.ok) throw new Problem('invalid', 'bad_seen');
  const { actor, rows } = await visitAsContact(c, (scope, claim) => loadLiveThread(scope, claim, number));
  if (!rows.ticket) throw notFound();
  const seen = Math.min(Number(form.value.seen), rows.ticket.publicSeq);
  await keepReadMark(c.get('scope'), actor.id, rows.ticket.id, seen);
  return c.body(null, 204);
}

function afterOf(c: AppContext): number {
  const text = c.req.query('after') ?? '';
  if (!/^\d{1,10}$/.test(text)) throw new Problem('invalid', 'bad_after');
  return Number(text);
}
