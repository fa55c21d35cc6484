import { raw } from 'hono/html';
import type { AppContext } from '#http/context.ts';
import { visitAsAgent } from '#http/visit.ts';
import { notFound } from '#lib/problem.ts';
import { type DiffPart, wordDiff } from '#lib/word-diff.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { loadDeskDoor } from '#tickets/desk-ticket-page.ts';
import { loadVersions, type MessageVersion } from '#tickets/edits/edited-messages.ts';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import { writtenText } from '#ui/written-text.ts';
import { AgentPage } from '../agent-page.tsx';
import { sendPlace } from '../send-place.ts';
import { readView, ticketHref } from '../tickets/list-input.ts';
import { ticketNumberOf } from '../tickets/ticket-number.ts';
import { entryNumberOf } from './entry-number.ts';

/** GET /tickets/:number/messages/:message/versions: what a message said before it was edited. */
export async function showVersions(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const entry = entryNumberOf(c);
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    ...loadDeskDoor(scope, number),
    ...loadVersions(scope, number, entry),
  }));
  const { ticket, versions } = seen.rows;
  if (!ticket || versions.length === 0) throw notFound();
  const href = `${ticketHref(number, readView(c.req.query('view')))}#m${entry}`;
  return sendPlace(c, seen, ({ frame, actor, counts }) => (
    <AgentPage frame={frame} title={frame.reader.t('edit.versionsTitle')} actor={actor} counts={counts}>
      <PageHead title={frame.reader.t('edit.versionsTitle')} back={{ href, label: `#${number}` }} />
      <div class="builder">
        <p class="hint">{frame.reader.t('edit.versionsOf')}</p>
        {versions
          .map((version, at) => (
            <Version reader={frame.reader} version={version} next={versions[at + 1]?.body ?? version.now} />
          ))
          .toReversed()}
      </div>
    </AgentPage>
  ));
}

interface VersionProps {
  readonly reader: Reader;
  readonly version: MessageVersion;
  /** What it said after that. */
  readonly next: string;
}

const Version = ({ reader, version: { version, body, files, writtenAt }, next }: VersionProps) => (
  <section class="settings-part" aria-labelledby={`version-${version}`}>
    <h2 id={`version-${version}`}>
      {reader.rich('edit.version', { n: String(version), time: <Time at={writtenAt} reader={reader} /> })}
    </h2>
    <div class="prose" dir="auto">
      {raw(writtenText(body, files, '/files').html)}
    </div>
    <h3>{reader.t('edit.difference')}</h3>
    <p class="difference" dir="auto">
      {wordDiff(body, next).map((part) => (
        <Changed reader={reader} part={part} />
      ))}
    </p>
  </section>
);

const Changed = ({ reader: { t }, part: { kind, text } }: { reader: Reader; part: DiffPart }) => {
  if (kind === 'same') return text;
  const words = t(kind === 'out' ? 'edit.takenOut' : 'edit.putIn');
  const content = (
    <>
      <span class="unseen"> [{words}: </span>
      {text}
      <span class="unseen">] </span>
    </>
  );
  return kind === 'out' ? <del>{content}</del> : <ins>{content}</ins>;
};
