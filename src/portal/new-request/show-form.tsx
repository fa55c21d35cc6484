import type { AskedForm } from '#forms/asked-form.ts';
import type { WantedForm } from '#forms/wanted-form.ts';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { newKey } from '#http/form-key.ts';
import { portalLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { takeDraft } from '#identity/drafts/take-draft.ts';
import type { Contact } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import { loadNewRequest } from '#tickets/new-request-page.ts';
import { numberIn } from '../request-number.ts';
import { askingOf, type FormRows, filledBy, prefilledBy } from './asking.ts';
import { ChooseFormPage } from './choose-form-page.tsx';
import { draftFor } from './draft-for.ts';
import { type FormState, formView } from './form-view.ts';
import { RequestFormPage } from './request-form-page.tsx';
import { sentFormOf } from './sent-form.ts';
import { showGone } from './show-gone.tsx';

/** GET /requests/new and /requests/new/:form */
export async function showForm(c: AppContext): Promise<Response> {
  const slug = c.req.param('form');
  const { actor, rows } = await look(c, slug === undefined ? { by: 'only' } : { by: 'slug', slug });
  const { wanted } = rows.offer;
  if (wanted) return show(c, actor, rows, wanted);
  const kept = draftFor(rows.draft, actor, followUpIn(c));
  if (slug !== undefined && kept) return showGone(c, actor, rows, kept.fields);
  if (slug !== undefined) throw notFound();
  return (await unsentHere(c, actor, rows.draft)) ?? choose(c, actor, rows);
}

function look(c: AppContext, wanted: WantedForm) {
  return visitAsContact(c, (scope, claim) => ({
    ...loadNewRequest(scope, claim, { wanted, followUp: followUpIn(c) }),
    draft: takeDraft(scope, claim, c.req.path),
  }));
}

type Rows = FormRows & { readonly draft: Fields | null };

async function show(c: AppContext, actor: Contact, rows: Rows, form: AskedForm): Promise<Response> {
  const followUp = followUpIn(c);
  const draft = draftFor(rows.draft, actor, followUp);
  // The request that the draft follows is looked up by the address.
  if (draft?.followUp) return c.redirect(`${c.req.path}?follow_up=${draft.followUp}`, 303);
  const { reader } = portalLook(c, actor).frame;
  const asking = askingOf(reader, form, rows);
  const filled = draft ? filledBy(asking, draft.fields) : prefilledBy(asking, c.req.queries(), rows.followed);
  const state: FormState = {
    key: draft?.key ?? newKey(),
    notice: draft ? 'reply.draftKept' : null,
    isOpened: draft === null,
  };
  return sendForm(c, actor, formView(reader, asking, rows, filled, { ...placeOf(c, actor), ...state }), 200);
}

/** What was written where there was one form waits at its address still, now that there are several. */
async function unsentHere(c: AppContext, actor: Contact, draft: Fields | null): Promise<Response | null> {
  const sent = draft && sentFormOf(draft);
  const kept = draftFor(draft, actor, followUpIn(c));
  if (!sent || !kept) return null;
  const { rows } = await look(c, { by: 'id', id: sent.formId });
  const { wanted } = rows.offer;
  return wanted ? show(c, actor, rows, wanted) : showGone(c, actor, rows, kept.fields);
}

function choose(c: AppContext, actor: Contact, { offer, followed }: FormRows): Promise<Response> {
  const { frame, ...rest } = portalLook(c, actor);
  const page = <ChooseFormPage {...{ frame, actor, forms: offer.forms, followUp: followed?.number ?? null }} />;
  return sendPage(c, rest, page);
}

/** Where the form is sent, and for which workspace it was made. */
export function placeOf(c: AppContext, actor: Contact): { readonly action: string; readonly workspace: string } {
  return { action: c.req.path, workspace: actor.accountId };
}

/** The page with the form on it. */
export function sendForm(
  c: AppContext,
  actor: Contact,
  form: ReturnType<typeof formView>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const { frame, ...rest } = portalLook(c, actor);
  return sendPage(c, rest, <RequestFormPage {...{ frame, actor, form }} />, status);
}

function followUpIn(c: AppContext): number | null {
  return numberIn(c.req.query('follow_up'));
}
