import { and, eq, gt, sql } from 'drizzle-orm';
import { prepared } from '#db/prepared.ts';
import { drafts } from '#db/schema/sign-in.ts';
import type { GivenScope, TenantScope } from '#db/scopes.ts';
import type { Given, Slot } from '#db/slot.ts';
import { build, named, one, raw, write } from '#db/statement.ts';

/** At most `most` drafts a contact, so that a stolen old cookie cannot fill the database. */
export function putDraft(
  scope: TenantScope,
  draft: { readonly contactId: string; readonly form: string; readonly fields: string; readonly expiresAt: number },
  most: number,
) {
  const { contactId, form, fields, expiresAt } = draft;
  return raw(sql`insert into drafts (tenant_id, contact_id, form, fields, saved_at, expires_at)
    select c.tenant_id, c.id, ${form}, ${fields}, ${scope.now}, ${expiresAt} from contacts c
    where c.tenant_id = ${scope.tenant.id} and c.id = ${contactId}
      and (select count(*) from drafts d where d.tenant_id = c.tenant_id and d.contact_id = c.id and d.form <> ${form}) < ${most}
    on conflict (tenant_id, contact_id, form)
      do update set fields = excluded.fields, saved_at = excluded.saved_at, expires_at = excluded.expires_at`);
}

export const draftOf = prepared((scope, contactId: Slot<string>, form: Slot<string>) =>
  one(
    build
      .select(named({ fields: drafts.fields, savedAt: drafts.savedAt }))
      .from(drafts)
      .where(and(thisDraft(scope, contactId, form), gt(drafts.expiresAt, scope.now))),
  ),
);

export function deleteDraft(scope: TenantScope, contactId: string, form: string) {
  return write(build.delete(drafts).where(thisDraft(scope, contactId, form)));
}

function thisDraft(scope: GivenScope, contactId: Given<string>, form: Given<string>) {
  return and(eq(drafts.tenantId, scope.tenant.id), eq(drafts.contactId, contactId), eq(drafts.form, form));
}
