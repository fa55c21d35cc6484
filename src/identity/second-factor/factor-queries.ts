import { sql } from 'drizzle-orm';
import type { DirectoryScope } from '#db/scopes.ts';
import { mapped, rawRows } from '#db/statement.ts';
import type { Factors, Passkey } from './factors.ts';

// Factors belong to an address: one person may have seats at several tenants.

const has = (email: ReturnType<typeof sql>) => sql`(exists (select 1 from agent_totp a where a.email = ${email}
    and a.confirmed_at is not null) or exists (select 1 from agent_passkeys p where p.email = ${email}))`;

/** True when this person has a second factor. */
export function addressHasFactor(_scope: DirectoryScope, email: string) {
  return mapped(
    rawRows(sql`select ${has(sql`${email}`)} as n`, (row) => row['n'] === 1),
    ([found]) => found ?? false,
  );
}

export function factorsOf(_scope: DirectoryScope, email: string) {
  const rows = rawRows(
    sql`select
        (select max(confirmed_at) from agent_totp where email = ${email}) as totpSince,
        (select count(*) from agent_recovery_codes where email = ${email} and used_at is null) as codesLeft,
        (select json_group_array(json_object('id', credential_id, 'name', name, 'createdAt', created_at,
            'lastUsedAt', last_used_at, 'transports', transports))
          from (select * from agent_passkeys where email = ${email} order by created_at limit 20)) as passkeys`,
    (row): Factors => ({
      totpSince: row['totpSince'] === null ? null : Number(row['totpSince']),
      passkeys: JSON.parse(String(row['passkeys'])) as Passkey[],
      codesLeft: Number(row['codesLeft']),
    }),
  );
  return mapped(rows, ([row]): Factors => row ?? { totpSince: null, passkeys: [], codesLeft: 0 });
}

/** Which of these addresses have a second factor. */
export function withFactor(_scope: DirectoryScope, emails: readonly string[]) {
  return rawRows(
    sql`select asked.value as email from json_each(${JSON.stringify(emails)}) asked where ${has(sql`asked.value`)}`,
    (row) => String(row['email']),
  );
}
