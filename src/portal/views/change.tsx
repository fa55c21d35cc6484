import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import type { Contact } from '#lib/actor.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { changeView, findOwnView, removeView } from '#tickets/views/change-view.ts';
import { type SavedView, viewsMost } from '#tickets/views/view.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { textFault } from '../forms/text-rule.ts';
import { type Said, saying } from '../requests/said.ts';
import { changeForm, hrefOf, nameRule } from './view-form.ts';
import { ViewPage } from './view-page.tsx';

/** GET /views/:view */
export async function showView(c: AppContext): Promise<Response> {
  const { actor, view } = await visitView(c);
  if (!view) throw notFound();
  return page(c, actor, view, { name: view.name, audience: audienceOf(view) }, 200);
}

/** POST /views/:view: another name, and for whom it is. */
export async function change(c: AppContext): Promise<Response> {
  const read = await readForm(c, changeForm);
  const { actor, view } = await visitView(c);
  if (!view) throw notFound();
  if (read.fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, read.fields);
  const { reader } = portalLook(c, actor).frame;
  if (!read.ok) {
    const { name: fault, ...others } = read.errors;
    if (Object.keys(others).length > 0) throw new Problem('invalid', 'bad_form');
    const { name = '' } = read.fields;
    const audience = read.fields['for'] === 'account' ? 'account' : 'me';
    return page(c, actor, view, { name, audience, fault: textFault(reader, nameRule, fault, name) }, 422);
  }
  const { name, for: audience = audienceOf(view) } = read.value;
  const outcome = await changeView(c.get('scope'), actor, view, { name, isShared: audience === 'account' });
  if (outcome === 'changed') return c.redirect(saying(hrefOf(view.query), saidOf(view, audience)), 303);
  return page(c, actor, view, { name, audience, refusal: reader.t('views.tooMany', { most: viewsMost }) }, 422);
}

type Audience = 'me' | 'account';

const audienceOf = ({ isShared }: SavedView): Audience => (isShared ? 'account' : 'me');

function saidOf(view: SavedView, audience: Audience): Said {
  if (audience === audienceOf(view)) return 'renamed';
  return audience === 'account' ? 'shared' : 'saved';
}

const removalForm = z.strictObject({ workspace: z.string().max(64) });

/** POST /views/:view/removal */
export async function remove(c: AppContext): Promise<Response> {
  const read = await readForm(c, removalForm);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { actor, view } = await visitView(c);
  if (!view) throw notFound();
  if (read.value.workspace !== actor.accountId) return askForWorkspace(c, actor, read.fields);
  await removeView(c.get('scope'), actor, view.id);
  return c.redirect(saying(hrefOf(view.query), 'removed'), 303);
}

async function visitView(c: AppContext): Promise<{ readonly actor: Contact; readonly view: SavedView | null }> {
  const id = c.req.param('view') ?? '';
  const { actor, rows } = await visitAsContact(c, (scope, { contactId, accountId, role }) => ({
    view: findOwnView(scope, { id: contactId, accountId, role }, id),
  }));
  return { actor, view: rows.view };
}

interface Typed {
  readonly name: string;
  readonly audience: Audience;
  readonly fault?: string | undefined;
  readonly refusal?: string;
}

function page(c: AppContext, actor: Contact, view: SavedView, typed: Typed, status: 200 | 422): Promise<Response> {
  const look = portalLook(c, actor);
  const href = `/views/${view.id}`;
  return sendPage(
    c,
    look,
    <ViewPage
      frame={look.frame}
      actor={actor}
      title={look.frame.reader.t('views.title')}
      action={href}
      backHref={hrefOf(view.query)}
      removal={`${href}/removal`}
      {...typed}
    />,
    status,
  );
}
