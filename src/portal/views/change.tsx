import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import type { Contact } from '#lib/actor.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { findOwnView, nameView, removeView } from '#tickets/views/change-view.ts';
import type { SavedView } from '#tickets/views/view.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { textFault } from '../forms/text-rule.ts';
import { hrefOf, nameForm, nameRule } from './view-form.ts';
import { ViewPage } from './view-page.tsx';

/** GET /views/:view */
export async function showView(c: AppContext): Promise<Response> {
  const { actor, view } = await visitView(c);
  if (!view) throw notFound();
  return page(c, actor, view, { name: view.name, fault: undefined }, 200);
}

/** POST /views/:view: another name. */
export async function rename(c: AppContext): Promise<Response> {
  const read = await readForm(c, nameForm);
  const { actor, view } = await visitView(c);
  if (!view) throw notFound();
  if (read.fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, read.fields);
  if (read.ok) {
    await nameView(c.get('scope'), actor, view.id, read.value.name);
    return c.redirect(hrefOf(view.query), 303);
  }
  const { name = '' } = read.fields;
  const fault = textFault(portalLook(c, actor).frame.reader, nameRule, read.errors['name'], name);
  return page(c, actor, view, { name, fault }, 422);
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
  return c.redirect(hrefOf(view.query), 303);
}

async function visitView(c: AppContext): Promise<{ readonly actor: Contact; readonly view: SavedView | null }> {
  const id = c.req.param('view') ?? '';
  const { actor, rows } = await visitAsContact(c, (scope, { contactId, accountId, role }) => ({
    view: findOwnView(scope, { id: contactId, accountId, role }, id),
  }));
  return { actor, view: rows.view };
}

function page(
  c: AppContext,
  actor: Contact,
  view: SavedView,
  typed: { readonly name: string; readonly fault: string | undefined },
  status: 200 | 422,
): Promise<Response> {
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
