import { run } from '#db/run.ts';
import { type Offer, questionsOnPage } from '#forms/asked-form.ts';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { formKey, newKey } from '#http/form-key.ts';
import { portalLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import type { Contact } from '#lib/actor.ts';
import { isId } from '#lib/ids.ts';
import { severalOf } from '#lib/several.ts';
import type { FileView } from '#ui/file-view.ts';
import type { Reader } from '#ui/reader.ts';
import { numberIn } from '../request-number.ts';
import type { FormRows } from './asking.ts';
import { GoneFormPage, type GoneWords } from './gone-form-page.tsx';
import { answersTo } from './lost-answers.ts';
import { sentFormOf } from './sent-form.ts';

interface Around {
  readonly offer: Offer;
  readonly people: FormRows['people'];
  readonly uploaded?: readonly FileView[];
}

/** The answer to a form that the person cannot use any more: nothing that they wrote is lost. */
export async function showGone(c: AppContext, actor: Contact, rows: Around, fields: Fields): Promise<Response> {
  const scope = c.get('scope');
  const look = portalLook(c, actor);
  // Only what the page asked: of other fields nobody learns by naming them.
  const { former } = await run(scope.db, { former: questionsOnPage(scope, sentFormOf(fields)) });
  const words = goneWords(look.frame.reader, answersTo(look.frame.reader, former, rows.people, fields), fields);
  const { uploaded = [] } = rows;
  const keys = { key: formKey.safeParse(fields['key']).data ?? newKey(), workspace: actor.accountId };
  const files = { key: formKey.safeParse(fields['upload_key']).data, ids: fileIdsIn(fields), uploaded };
  const page = (
    <GoneFormPage
      {...{ frame: look.frame, actor, keys, words, files }}
      forms={rows.offer.forms}
      followUp={numberIn(fields['follow_up'])}
    />
  );
  return sendPage(c, look, page, 404);
}

/** Subject and description as they were typed, the other answers below with their questions. */
function goneWords(reader: Reader, answers: ReturnType<typeof answersTo>, fields: Fields): GoneWords {
  const said = answers.map(({ label, words }) => reader.t('field.named', { field: label, message: words }));
  const body = [fields['body'] ?? '', ...said].filter((text) => text.trim() !== '').join('\n\n');
  return { subject: fields['subject'] ?? '', body };
}

function fileIdsIn(fields: Fields): readonly string[] {
  const ids = Object.values(fields).flatMap((text) => severalOf(text).filter((id) => isId('attachment', id)));
  return [...new Set(ids)];
}
