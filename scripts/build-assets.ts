import { existsSync, globSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { writeChanged } from './write-changed.ts';

const outdir = 'build/public/assets';
/** DESIGN §9: gzip of what a first visit of a portal page loads. */
const scriptBudgetBytes = 8_000;
const portalScript = 'portal-elements.js';

/** Each script by itself: what one face's pages share is one file, not one that loads another. */
const entries = [
  ...globSync('src/browser/*-elements.ts').map((path) => [path]),
  [
    ...['portal', 'agent', 'platform'].map((name) => `src/ui/styles/${name}.css`).filter((path) => existsSync(path)),
    'src/ui/icon.svg',
  ],
];

/**
 * Names carry a hash of the content, so a file may be kept for ever. The rule
 * names each, or browsers would keep for a year that a new file was not found
 * while its version was still on the way to their place.
 */
export function headersOf(files: readonly string[]): string {
  const rules = files.map((file) => `/assets/${file}\n  Cache-Control: public, max-age=31536000, immutable\n`);
  return ['/assets/*\n  X-Content-Type-Options: nosniff\n', ...rules].join('');
}

type Outputs = Metafile['outputs'];

/** The files that a script cannot begin without; what it loads when touched is not among them. */
export function neededBy(path: string, outputs: Outputs, found = new Set<string>()): readonly string[] {
  for (const { path: next, kind } of outputs[path]?.imports ?? []) {
    if (kind !== 'import-statement' || found.has(next)) continue;
    found.add(next);
    neededBy(next, outputs, found);
  }
  return [...found];
}

/**
 * Bundles the custom elements and the style sheets to build/public/assets, and
 * writes build/generated/assets.ts, which maps each plain name to its address,
 * and each script's address to the files that a page loads along with it.
 */
export async function buildAssets(): Promise<void> {
  const built = await Promise.all(entries.map(bundle));
  const outputs: Outputs = Object.assign({}, ...built.map(({ metafile }) => metafile.outputs));
  const files = Object.keys(outputs).map((path) => basename(path));
  removeOthers(files);
  const starts = Object.entries(outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint ? [{ path, entryPoint }] : [],
  );
  const named = starts.filter(({ entryPoint }) => entries.flat().includes(entryPoint));
  keepBudget(named.find(({ entryPoint }) => publicName(entryPoint) === portalScript)?.path, outputs);
  writeChanged('build/generated/assets.ts', moduleOf(named, outputs));
  writeChanged('build/public/_headers', headersOf(files));
}

/** How everything that browsers get is bundled. */
export const bundling = {
  outbase: '.',
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: ['es2023', 'safari17'],
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  loader: { '.svg': 'copy' },
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

function bundle(entryPoints: string[]) {
  return build({ ...bundling, entryPoints, outdir });
}

interface Start {
  readonly path: string;
  readonly entryPoint: string;
}

function moduleOf(starts: readonly Start[], outputs: Outputs): string {
  const assets = starts.map(({ path, entryPoint }) => `  '${publicName(entryPoint)}': '${addressOf(path)}',\n`);
  const preloads = starts.flatMap(({ path }) => {
    const needed = neededBy(path, outputs).map((each) => `'${addressOf(each)}'`);
    return needed.length ? [`  '${addressOf(path)}': [${needed.join(', ')}],\n`] : [];
  });
  return [
    `export const assets = {\n${assets.sort().join('')}} as const;\n`,
    `export const preloads: Readonly<Record<string, readonly string[]>> = {\n${preloads.sort().join('')}};\n`,
  ].join('\n');
}

function keepBudget(script: string | undefined, outputs: Outputs): void {
  if (!script) return;
  const bytes = [script, ...neededBy(script, outputs)]
    .map((path) => gzipSync(readFileSync(path), { level: 6 }).length)
    .reduce((sum, each) => sum + each, 0);
  if (bytes > scriptBudgetBytes) {
    throw new Error(`${portalScript}: ${bytes} bytes gzip of ${scriptBudgetBytes}: load more of it on touch.`);
  }
}

function addressOf(path: string): string {
  return `/assets/${basename(path)}`;
}

function publicName(entry: string): string {
  return basename(entry).replace(/\.tsx?$/, '.js');
}

function removeOthers(kept: string[]): void {
  if (!existsSync(outdir)) return;
  for (const file of readdirSync(outdir)) if (!kept.includes(file)) rmSync(join(outdir, file), { recursive: true });
}
