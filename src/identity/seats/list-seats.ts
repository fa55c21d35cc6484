import { run } from '#db/run.ts';
import type { DirectoryScope } from '#db/scopes.ts';
import type { Seat } from './seat.ts';
import { seatsOf } from './seat-queries.ts';

/** Where this address may answer, last used first; suspended tenants are left out. */
export async function listSeats(directory: DirectoryScope, email: string): Promise<readonly Seat[]> {
  const { seats } = await run(directory.db, { seats: seatsOf(directory, email) });
  return seats;
}
