import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import type { Contact } from '#lib/actor.ts';
import { Problem } from '#lib/problem.ts';
import { saveView } from '#tickets/views/save-view.ts';
import { viewsMost } from '#tickets/views/view.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { textFault } from '../forms/text-rule.ts';
import { saying } from '../requests/said.ts';
import { canonical, hrefOf, nameRule, saveForm } from './view-form.ts';
import { ViewPage, type ViewPageProps } from './view-page.tsx';

/** GET /views/new?…: what stands behind the `?` is what is kept. */
export async function askSave(c: AppContext): Promise<Response> {
  const { actor } = await visitAsContact(c, () => ({}));
  const query = canonical(new URL(c.req.url).search.slice(1));
  return page(c, actor, { name: '', query, audience: 'me', fault: undefined }, 200);
}

/** POST /views */
export async function save(c: AppContext): Promise<Response> {
  const read = await readForm(c, saveForm);
  const { actor } = await visitAsContact(c, () => ({}));
  if (read.fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, read.fields);
  const { name: typed = '', query = '' } = read.fields;
  const audience = read.fields['for'] === 'account' ? 'account' : 'me';
  const again = { name: typed, query: canonical(query), audience } as const;
  if (!read.ok) {
    const { name: fault, ...others } = read.errors;
    if (Object.keys(others).length > 0) throw new Problem('invalid', 'bad_form');
    const { reader } = portalLook(c, actor).frame;
    return page(c, actor, { ...again, fault: textFault(reader, nameRule, fault, typed) }, 422);
  }
  const { value } = read;
  const view = { name: value.name, query: value.query, isShared: value.for === 'account' };
  const outcome = await saveView(c.get('scope'), actor, view);
  if (outcome === 'saved') return c.redirect(saying(hrefOf(value.query), view.isShared ? 'shared' : 'saved'), 303);
  const { t } = portalLook(c, actor).frame.reader;
  const refusal = outcome === 'too_many' ? t('views.tooMany', { most: viewsMost }) : t('views.tooLong');
  return page(c, actor, { ...again, fault: undefined, refusal }, 422);
}

interface Kept {
  readonly name: string;
  readonly query: string;
  readonly audience: 'me' | 'account';
  readonly fault: string | undefined;
  readonly refusal?: string;
}

function page(c: AppContext, actor: Contact, kept: Kept, status: 200 | 422): Promise<Response> {
  const look = portalLook(c, actor);
  const { query, ...shown } = kept;
  const props: Omit<ViewPageProps, 'frame' | 'actor'> = {
    ...shown,
    title: look.frame.reader.t('views.new.title'),
    action: '/views',
    backHref: hrefOf(query),
    fields: { query },
  };
  return sendPage(c, look, <ViewPage frame={look.frame} actor={actor} {...props} />, status);
}
