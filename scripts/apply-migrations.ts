import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { unstable_splitSqlQuery } from 'wrangler';

/** Names of all migrations, oldest first. */
export function migrationNames(): string[] {
  return globSync('migrations/*.sql')
    .map((path) => basename(path))
    .sort();
}

/** Brings the database up to date. Uses the same table as `wrangler d1 migrations apply`, which takes ten times as long. */
export async function applyMigrations(db: D1Database): Promise<void> {
  await db
    .prepare(
      'CREATE TABLE IF NOT EXISTS d1_migrations(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    )
    .run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  for (const name of migrationNames().filter((name) => !applied.has(name))) {
    const statements = unstable_splitSqlQuery(readFileSync(`migrations/${name}`, 'utf8'));
    const mark = db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
    await db.batch([...statements.map((statement) => db.prepare(statement)), mark]);
  }
}
