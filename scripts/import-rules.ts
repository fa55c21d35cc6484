import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { findCircles } from './find-circles.ts';

/** What may import what: the number decreases along an import, or the room stays the same. */
const ranks: Record<string, number> = Object.fromEntries(
  [
    ['lib', 'env'],
    ['db', 'i18n'],
    ['ui', 'audit'],
    ['tenancy'],
    ['mail', 'attachments', 'forms', 'live'],
    ['identity'],
    ['tickets', 'knowledge'],
    ['http', 'onboarding'],
    ['portal', 'agent', 'api', 'local'],
    ['app', 'queues', 'sweeps', 'worker', 'local-worker'],
  ].flatMap((rooms, rank) => rooms.map((room) => [room, rank])),
);

// The browser gets pure files only.
const browserMayImport =
  /^src\/(lib\/(?!markdown)|forms\/(branching|definition|seen-questions|typed-answer)\.ts$|live\/protocol\.ts$)/;
/** What goes into the browser's bundle by being imported there: bound as the browser itself is. */
const goesAlong = (path: string) => browserMayImport.test(path) && !path.startsWith('src/lib/');
const isExempt = (path: string) => /\.test\.tsx?$/.test(path);

/** The faults of these modules (path from the repository's root → text), one line each. */
export function importFaults(modules: Map<string, string>): string[] {
  const graph = new Map<string, string[]>();
  const faults: string[] = [];
  for (const [path, text] of modules) {
    if (isExempt(path)) continue;
    const targets = importsOf(path, text).map((request) => resolve(path, request));
    graph.set(path, targets);
    if (isUnranked(path)) faults.push(`${path}: the room ${roomOf(path)} has no rank`);
    for (const target of targets) {
      const fault = isOurs(target) ? faultOfImport(path, target, modules) : faultOfPackage(path, target);
      if (fault) faults.push(`${path}: ${fault}`);
    }
  }
  if (graph.size === 0) faults.push('no modules seen');
  return [...faults, ...findCircles(graph).map((circle) => `circle: ${circle.join(' -> ')}`)];
}

function importsOf(path: string, text: string): string[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message}`);
  const fixed = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  );
  // import('…') as an expression and as a type
  const inline = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
  return [...new Set([...fixed, ...passedOn, ...inline])];
}

function resolve(from: string, request: string): string {
  if (request.startsWith('#generated/')) return request.replace('#', 'build/');
  if (request.startsWith('#')) return `src/${request.slice(1)}`;
  return request.startsWith('.') ? posix.join(posix.dirname(from), request) : `package:${request}`;
}

const isOurs = (target: string) => !target.startsWith('package:');
const roomOf = (path: string) =>
  path.startsWith('src/') ? (path.split('/')[1] ?? '').replace(/\.tsx?$/, '') : (path.split('/')[0] ?? '');
const isOutside = (path: string) => !path.startsWith('src/') || roomOf(path) === 'browser';
const isUnranked = (path: string) => !isOutside(path) && ranks[roomOf(path)] === undefined;

function faultOfImport(from: string, target: string, modules: Map<string, string>): string | undefined {
  if (target.startsWith('build/generated/') && !isOutside(from)) return;
  if (!modules.has(target)) return `imports ${target}, which is not a module of ours`;
  const [room, targetRoom] = [roomOf(from), roomOf(target)];
  if (/queries\.ts$/.test(target) && room !== targetRoom) return `${target} is private to its folder`;
  if (goesAlong(from) && !browserMayImport.test(target)) return `goes to the browser, so it may not import ${target}`;
  if (room === targetRoom) return;
  if (room === 'browser') return browserMayImport.test(target) ? undefined : `the browser may not import ${target}`;
  if (isOutside(from) || isOutside(target)) return `may not import ${target}`;
  return faultOfRank(from, target);
}

function faultOfRank(from: string, target: string): string | undefined {
  if (roomOf(target) === 'local' && from !== 'src/local-worker.ts') return `only src/local-worker.ts imports ${target}`;
  const isTop = (path: string) => /^src\/(app|queues|sweeps|worker|local-worker)\./.test(path);
  if (isTop(from) && isTop(target)) return;
  const isLower = (ranks[roomOf(target)] ?? 99) < (ranks[roomOf(from)] ?? -1);
  if (!isLower) return `may not import ${target} (its rank is not lower)`;
}

function faultOfPackage(from: string, target: string): string | undefined {
  if (goesAlong(from)) return `goes to the browser, so it may not import ${target}`;
  const maySpeakSql = /^src\/db\//.test(from) || /queries\.ts$/.test(from);
  if (/^package:drizzle-orm(\/|$)/.test(target) && !maySpeakSql) return 'drizzle-orm belongs in db/ or a queries file';
}
