import { eq } from 'drizzle-orm';
import { hostnames } from '#db/schema/directory.ts';
import type { DirectoryScope } from '#db/scopes.ts';
import { build, type Statement, write } from '#db/statement.ts';

export function insertHostname(
  scope: DirectoryScope,
  row: Omit<typeof hostnames.$inferInsert, 'createdAt'>,
): Statement<number> {
  return write(build.insert(hostnames).values({ ...row, createdAt: scope.now }));
}

/** Mail stops linking to the host that it linked to until now. */
export function dropCanonical(_scope: DirectoryScope, tenantId: string): Statement<number> {
  return write(build.update(hostnames).set({ canonical: 0 }).where(eq(hostnames.tenantId, tenantId)));
}
