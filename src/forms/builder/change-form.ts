import type { AuditAction } from '#audit/actions.ts';
import type { AuditEvent } from '#audit/event.ts';
import { isGuarded, runList } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import type { Form } from './form.ts';

/** Who works on forms, and from where. */
export interface FormDesk {
  readonly scope: TenantScope;
  readonly by: Agent;
  readonly origin: Origin;
}

/** A form as it was loaded, to be changed. */
export interface FormWork extends FormDesk {
  readonly form: Form;
  /** `seq` of the form that the page showed: a change onto another is refused. */
  readonly seen: number;
}

/** What the audit says of it. */
export function formEvent(
  { by, origin }: FormDesk,
  formId: string,
  action: AuditAction & `form.${string}`,
  detail: Readonly<Record<string, string | number>> = {},
): AuditEvent {
  return { action, actor: { kind: 'agent', id: by.id }, subjectId: formId, detail, origin };
}

/** Writes a change of a form. False where the form is another than the page has shown: nothing was written then. */
export async function writeForm({ scope, form, seen }: FormWork, statements: readonly Statement<unknown>[]) {
  if (form.seq !== seen) return false;
  try {
    await runList(scope.db, statements);
    return true;
  } catch (error) {
    if (isGuarded(error, 'forms.draft_seq')) return false;
    throw error;
  }
}
