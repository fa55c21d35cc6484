import { type Column, type SQL, sql } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { Slot } from './slot.ts';

export type SqlValue = string | number | null;
type Row = Record<string, SqlValue>;

/**
 * SQL that has not run, with the way to read its result. Statements run in one
 * batch (one trip, one transaction): db/run.ts.
 */
export interface Statement<T> {
  readonly sql: string;
  /** Slots only while it is being prepared: the database takes none. */
  readonly params: readonly (SqlValue | Slot)[];
  /** `changes`: rows that the statement wrote. */
  readonly read: (rows: readonly Row[], changes: number) => T;
}

export type Statements = Readonly<Record<string, Statement<unknown>>>;
export type Results<S extends Statements> = { readonly [K in keyof S]: S[K] extends Statement<infer T> ? T : never };

/** A value that the database finds while a statement runs. */
export type Found = SQL;

interface Built<T> {
  toSQL(): { sql: string; params: unknown[] };
  // drizzle's builders are thenables; the type of their rows is taken from here
  then: PromiseLike<T[]>['then'];
}

/** Builds statements; it has no connection and cannot run them. */
export const build = drizzle(() => Promise.reject(new Error('Statements run in a batch')));

/**
 * Columns under their property names, for every SELECT: the database answers by
 * name, and two columns of one name would shift each other (drizzle-orm#6038).
 */
export function named<T extends Record<string, Column>>(columns: T) {
  return Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, sql`${column}`.mapWith(column).as(key)]),
  ) as {
    [K in keyof T]: SQL.Aliased<T[K]['_']['notNull'] extends true ? T[K]['_']['data'] : T[K]['_']['data'] | null>;
  };
}

/** `named` for the columns of a LEFT JOIN: each may be null. */
export function namedOrNull<T extends Record<string, Column>>(columns: T) {
  return named(columns) as { [K in keyof T]: SQL.Aliased<T[K]['_']['data'] | null> };
}

/** All rows. */
export function many<T>(query: Built<T>): Statement<readonly T[]> {
  return statement(query, (rows) => rows as readonly T[]);
}

/** The first row, or null. */
export function one<T>(query: Built<T>): Statement<T | null> {
  return statement(query, (rows) => (rows[0] as T | undefined) ?? null);
}

/** A write; its result is how many rows it changed. */
export function write(query: { toSQL(): { sql: string; params: unknown[] } }): Statement<number> {
  return statement(query, (_rows, changes) => changes);
}

const dialect = new SQLiteSyncDialect();

/** Hand-written SQL for what the builder cannot say (INSERT … SELECT, guards by CASE). */
export function raw(query: SQL): Statement<number> {
  return statement({ toSQL: () => dialect.sqlToQuery(query) }, (_rows, changes) => changes);
}

/** The same with a mapper of its rows. */
export function rawRows<T>(query: SQL, read: (row: Row) => T): Statement<readonly T[]> {
  return statement({ toSQL: () => dialect.sqlToQuery(query) }, (rows) => rows.map(read));
}

/** The first row, or null. */
export function rawRow<T>(query: SQL, read: (row: Row) => T): Statement<T | null> {
  return mapped(rawRows(query, read), ([row]) => row ?? null);
}

/** Whether there is any row. */
export function hasRow(query: SQL): Statement<boolean> {
  return mapped(
    rawRows(query, (row) => row),
    ({ length }) => length > 0,
  );
}

/** The same statement, its result passed through `change`. */
export function mapped<T, U>(from: Statement<T>, change: (value: T) => U): Statement<U> {
  return { ...from, read: (rows, changes) => change(from.read(rows, changes)) };
}

function statement<T>(
  query: { toSQL(): { sql: string; params: unknown[] } },
  read: Statement<T>['read'],
): Statement<T> {
  const built = query.toSQL();
  return { sql: built.sql, params: built.params.map(sqlValue), read };
}

function sqlValue(value: unknown): SqlValue | Slot {
  if (value instanceof Slot || value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (value === undefined) return null;
  throw new TypeError(`A ${typeof value} is no SQL value`);
}
