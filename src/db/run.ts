import { refuseDoubledColumns } from './columns.ts';
import type { Database } from './database.ts';
import type { Results, SqlValue, Statement, Statements } from './statement.ts';

/** Runs the statements as one batch: one trip, one transaction, all or nothing. */
export async function run<S extends Statements>(db: Database, statements: S): Promise<Results<S>> {
  const names = Object.keys(statements);
  const results = await runList(db, Object.values(statements));
  return Object.fromEntries(names.map((name, i) => [name, results[i]])) as Results<S>;
}

/** One statement and then the others, in the same batch. */
export async function runAfter<T, S extends Statements>(
  db: Database,
  first: Statement<T>,
  statements: S,
): Promise<{ readonly first: T; readonly rows: Results<S> }> {
  const names = Object.keys(statements);
  const [head, ...results] = await runList(db, [first, ...Object.values(statements)]);
  return { first: head as T, rows: Object.fromEntries(names.map((name, i) => [name, results[i]])) as Results<S> };
}

/** The same for a list; the results stand in its order. */
export async function runList(db: Database, statements: readonly Statement<unknown>[]): Promise<readonly unknown[]> {
  if (statements.length === 0) return [];
  if (db.checkColumns) for (const statement of statements) refuseDoubledColumns(statement.sql);
  const prepared = statements.map(({ sql, params }) => db.d1.prepare(sql).bind(...params));
  const results = await db.d1.batch<Record<string, SqlValue>>(prepared);
  db.meter.trips += 1;
  for (const { meta } of results) {
    db.meter.rowsRead += meta.rows_read;
    db.meter.rowsWritten += meta.rows_written;
  }
  return statements.map((statement, i) => statement.read(results[i]?.results ?? [], results[i]?.meta.changes ?? 0));
}

/**
 * `run` for a batch that may run twice without harm (a key in `submissions`, a
 * conditional claim): tried again when the connection broke and nobody can say
 * whether it was written.
 */
export async function runIdempotent<S extends Statements>(db: Database, statements: S): Promise<Results<S>> {
  return againWhenTransient(() => run(db, statements));
}

/** The same for a list. */
export async function runListIdempotent(
  db: Database,
  statements: readonly Statement<unknown>[],
): Promise<readonly unknown[]> {
  return againWhenTransient(() => runList(db, statements));
}

/** The same with a question at its end; gives the answer. */
export async function runListThen<T>(
  db: Database,
  statements: readonly Statement<unknown>[],
  asked: Statement<T>,
): Promise<T> {
  const results = await runListIdempotent(db, [...statements, asked]);
  return results.at(-1) as T;
}

async function againWhenTransient<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 3 || !isTransient(error)) throw error;
      await scheduler.wait(attempt * 50 + Math.random() * 50);
    }
  }
}

/** D1's words for "try again" (Cloudflare: D1, debug; writes are never retried by the platform). */
function isTransient(error: unknown): boolean {
  return /Network connection lost|storage caused object to be reset|reset because its code was updated/.test(
    String(error),
  );
}

/** True when a batch failed on this table's UNIQUE or primary key. */
export function isDuplicate(error: unknown, table: string): boolean {
  return new RegExp(`UNIQUE constraint failed: ${table}\\.`).test(String(error));
}

/** True when a guard (`SET column = CASE WHEN … END` on a NOT NULL column) stopped a batch. */
export function isGuarded(error: unknown, column: string): boolean {
  return String(error).includes(`NOT NULL constraint failed: ${column}`);
}
