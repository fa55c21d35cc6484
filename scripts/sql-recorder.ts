/** A database that writes down what it is asked to write, finds nothing and runs nothing. */
export interface SqlRecorder {
  readonly d1: D1Database;
  /** What it was asked, one statement a line, values in their places. */
  sql(): string;
}

interface Bound {
  readonly sql: string;
  readonly params: readonly unknown[];
}

export function newSqlRecorder(): SqlRecorder {
  const written: string[] = [];
  const d1 = {
    prepare: (sql: string) => ({ bind: (...params: unknown[]): Bound => ({ sql, params }) }),
    batch: async (statements: readonly Bound[]) => {
      for (const statement of statements) if (!/^\s*select\b/i.test(statement.sql)) written.push(inlined(statement));
      return statements.map(() => ({ results: [], meta: { rows_read: 0, rows_written: 0, changes: 0 } }));
    },
  };
  return { d1: d1 as unknown as D1Database, sql: () => written.map((line) => `${line};\n`).join('') };
}

function inlined({ sql, params }: Bound): string {
  const pieces = sql.split('?');
  if (pieces.length !== params.length + 1) throw new Error(`${params.length} values for: ${sql}`);
  return pieces.map((piece, i) => piece + (i < params.length ? literal(params[i]) : '')).join('');
}

function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'string' && !value.includes('\0')) return `'${value.replaceAll("'", "''")}'`;
  throw new TypeError(`A ${typeof value} is no SQL value`);
}
