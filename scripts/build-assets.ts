import { existsSync, globSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { writeChanged } from './write-changed.ts';

const outdir = 'build/public/assets';
const entryPoints = [
  ...globSync('src/browser/*-elements.ts'),
  ...['portal', 'agent', 'platform'].map((name) => `src/ui/styles/${name}.css`).filter((path) => existsSync(path)),
  'src/ui/icon.svg',
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

/**
 * Bundles the custom elements and the style sheets to build/public/assets, and
 * writes build/generated/assets.ts, which maps each plain name to its address.
 */
export async function buildAssets(): Promise<void> {
  const { metafile } = await build({
    entryPoints,
    outdir,
    outbase: '.',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2023', 'safari17'],
    entryNames: '[name]-[hash]',
    loader: { '.svg': 'copy' },
    metafile: true,
    logLevel: 'warning',
  });
  const files = Object.entries(metafile.outputs).map(([path, output]) => ({
    file: basename(path),
    from: output.entryPoint,
  }));
  removeOthers(files.map(({ file }) => file));
  const lines = files.flatMap(({ file, from }) => (from ? [`  '${publicName(from)}': '/assets/${file}',`] : [])).sort();
  writeChanged('build/generated/assets.ts', `export const assets = {\n${lines.join('\n')}\n} as const;\n`);
  writeChanged('build/public/_headers', headersOf(files.map(({ file }) => file)));
}

function publicName(entry: string): string {
  return basename(entry).replace(/\.tsx?$/, '.js');
}

function removeOthers(kept: string[]): void {
  if (!existsSync(outdir)) return;
  for (const file of readdirSync(outdir)) if (!kept.includes(file)) rmSync(join(outdir, file), { recursive: true });
}
