/** A statement as the database was asked it. */
export interface Asked {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** The same database, and every batch that it is asked from now on. */
export function recordBatches(db: D1Database): { readonly db: D1Database; readonly seen: Asked[][] } {
  const seen: Asked[][] = [];
  const known = new WeakMap<D1PreparedStatement, Asked>();
  const recorded = new Proxy(db, {
    get(target, key) {
      if (key === 'prepare') return (sql: string) => bindable(target.prepare(sql), sql, known);
      if (key !== 'batch') return Reflect.get(target, key);
      return (statements: D1PreparedStatement[]) => {
        seen.push(statements.map((statement) => known.get(statement) ?? { sql: '', params: [] }));
        return target.batch(statements);
      };
    },
  });
  return { db: recorded, seen };
}

function bindable(statement: D1PreparedStatement, sql: string, known: WeakMap<D1PreparedStatement, Asked>) {
  return {
    bind(...params: unknown[]) {
      const bound = statement.bind(...params);
      known.set(bound, { sql, params });
      return bound;
    },
  };
}
