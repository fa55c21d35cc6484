import { Hono } from 'hono';
import type * as z from 'zod';
import type { AppContext, AppEnv } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { newKey } from '#http/form-key.ts';
import { portalLook } from '#http/frame.ts';
import type { FormResult } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { takeDraft } from '#identity/drafts/take-draft.ts';
import type { Contact } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import { justOpened } from '#tickets/just-said.ts';
import { loadNewRequest } from '#tickets/new-request-page.ts';
import { loadOpen, openTicket } from '#tickets/open-ticket.ts';
import { dropSentDraft } from '../forms/drop-sent-draft.ts';
import { readKeyedForm } from '../forms/keyed-form.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { numberIn } from '../request-number.ts';
import { draftFor } from './draft-for.ts';
import { type FormRows, type FormState, formView } from './form-view.ts';
import { requestFaults, requestForm } from './request-form.ts';
import { RequestFormPage } from './request-form-page.tsx';

/** Asking: the tenant's default form, or another of its forms by name. */
export const newRequestRoutes = new Hono<AppEnv>()
  .get('/requests/new', show)
  .post('/requests/new', send)
  .get('/requests/new/:form', show)
  .post('/requests/new/:form', send);

async function show(c: AppContext): Promise<Response> {
  const followUp = numberIn(c.req.query('follow_up'));
  const { actor, rows } = await visitAsContact(c, (scope, claim) => ({
    ...loadNewRequest(scope, claim, slugOf(c), followUp),
    draft: takeDraft(scope, claim, c.req.path),
  }));
  if (!rows.form) throw notFound();
  const draft = draftFor(rows.draft, actor, followUp);
  // The request that the draft follows is looked up by the address.
  if (draft?.followUp) return c.redirect(`${c.req.path}?follow_up=${draft.followUp}`, 303);
  const state = { key: draft?.key ?? newKey(), notice: draft ? 'reply.draftKept' : null, faults: {} } as const;
  return page(c, actor, rows, draft?.fields ?? null, state, 200);
}

async function send(c: AppContext): Promise<Response> {
  const form: FormResult<z.infer<typeof requestForm>> = await readKeyedForm(c, requestForm);
  const { fields } = form;
  const { actor, rows } = await visitAsContact(c, (scope, claim) => ({
    ...loadOpen(scope, claim, slugOf(c), numberIn(fields['follow_up'])),
    draft: takeDraft(scope, claim, c.req.path),
    ...(form.ok && { justOpened: justOpened(scope, claim, form.value) }),
  }));
  if (!rows.form) throw notFound();
  if (fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, fields);
  const again = (change: Partial<FormState>, status: 200 | 409 | 422) =>
    page(c, actor, rows, fields, { key, notice: null, faults: {}, ...change }, status);
  const key = fields['key'] ?? '';
  if (fields['preview'] !== undefined) return again({}, 200);
  const faults = faultsOf(c, actor, rows.priorities, form);
  if (!form.ok || faults) return again({ faults: faults ?? {} }, 422);
  if (rows.justOpened) return c.redirect(`/requests/${rows.justOpened}?opened`, 303);
  const { subject, body, priority } = form.value;
  const input = { key, subject, body, priorityId: priority ?? null };
  const result = await openTicket(c.get('scope'), actor, rows, input, c.get('effects'));
  if (result.outcome === 'other_text') return again({ key: newKey(), notice: 'reply.alreadySent' }, 409);
  await dropSentDraft(c.get('scope'), actor.id, c.req.path, rows.draft);
  return c.redirect(`/requests/${result.number}?opened`, 303);
}

function faultsOf(
  c: AppContext,
  actor: Contact,
  priorities: readonly { readonly id: string }[],
  form: FormResult<z.infer<typeof requestForm>>,
) {
  const { priority } = form.fields;
  const isKnown = priority === undefined || priorities.some(({ id }) => id === priority);
  if (form.ok && isKnown) return null;
  const codes = { ...(form.ok ? {} : form.errors), ...(isKnown ? {} : { priority: 'choice' }) };
  return requestFaults(portalLook(c, actor).frame.reader, codes, form.fields);
}

/** The form's name in the address; null: the default one. */
function slugOf(c: AppContext): string | null {
  return c.req.param('form') ?? null;
}

function page(
  c: AppContext,
  actor: Contact,
  rows: FormRows,
  typed: Fields | null,
  state: FormState,
  status: 200 | 409 | 422,
): Promise<Response> {
  const look = portalLook(c, actor);
  const form = formView(look.frame.reader, actor, rows, typed, { action: c.req.path, ...state });
  return sendPage(c, look, <RequestFormPage frame={look.frame} actor={actor} form={form} />, status);
}
