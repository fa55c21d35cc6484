import { type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/prepared.ts';
import { ticketAnswers } from '#db/schema/answers.ts';
import type { GivenScope, TenantScope } from '#db/scopes.ts';
import { sentColumns, sentRowOf } from '#db/sent-with.ts';
import type { Slot } from '#db/slot.ts';
import { build, rawRow, write } from '#db/statement.ts';
import { visibleTicketId } from './access-queries.ts';
import { preparedForViewer } from './prepared-for-viewer.ts';

export interface NewAnswers {
  readonly ticketId: string;
  readonly formId: string;
  readonly version: number;
  /** JSON, of what was shown. */
  readonly answers: string;
}

export function insertAnswers({ tenant }: TenantScope, answers: NewAnswers) {
  return write(build.insert(ticketAnswers).values({ tenantId: tenant.id, ...answers }));
}

/** What that request was sent with, where the viewer may see it. */
export const portalSent = preparedForViewer((scope, viewer, number: Slot<number>) =>
  sentWith(scope, sql`(${visibleTicketId(scope, viewer, number)})`),
);

/** The same for agents. */
export const deskSent = prepared((scope, number: Slot<number>) =>
  sentWith(scope, sql`(select id from tickets where tenant_id = ${scope.tenant.id} and number = ${number})`),
);

function sentWith({ tenant }: GivenScope, ticketId: SQL) {
  return rawRow(
    sql`select ${sentColumns({ tenantId: sql`t.tenant_id`, ticketId: sql`t.id` })}
    from tickets t
    join form_versions v on v.tenant_id = t.tenant_id and v.form_id = t.form_id and v.version = t.form_version
    left join ticket_answers ta on ta.tenant_id = t.tenant_id and ta.ticket_id = t.id
    where t.tenant_id = ${tenant.id} and t.id = ${ticketId}`,
    sentRowOf,
  );
}
