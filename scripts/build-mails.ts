import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { render } from 'jsx-email';
import { createElement, type FunctionComponent } from 'react';
import * as z from 'zod';
import { unsafeCss } from '#mail/safe-css.ts';
import { writeChanged } from './write-changed.ts';

const slotKinds = ['text', 'url', 'color', 'html'] as const;
const layoutModule = z.object({
  slots: z.record(
    z.string().regex(/^[a-z]+[a-zA-Z]*$/, 'letters only: the token must survive every HTML tool'),
    z.enum(slotKinds),
  ),
  Layout: z.custom<FunctionComponent<Record<string, string>>>((value) => typeof value === 'function'),
});
type Layout = z.infer<typeof layoutModule>;

const head = `import { color, html, type MailHtml, text, url } from '#mail/fill.ts';\n`;

/**
 * Renders the layouts of templates/ and writes build/generated/mails.ts: one
 * function a layout that takes its slots and returns the whole HTML document.
 */
export async function buildMails(): Promise<void> {
  const entries = layoutFiles();
  const outdir = mkdtempSync(resolve('build/mails-'));
  try {
    await build({
      entryPoints: entries,
      outdir,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      outExtension: { '.js': '.mjs' },
    });
    const functions = await Promise.all(entries.map((entry) => layoutCode(basename(entry, '.tsx'), outdir)));
    writeChanged('build/generated/mails.ts', [head, ...functions].join('\n'));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Files of templates/ that are a layout by themselves; the others are parts of them. */
const layoutFiles = (): string[] => {
  const parts = ['frame.tsx', 'parts.tsx'];
  return globSync('templates/*.tsx')
    .filter((path) => !parts.includes(basename(path)))
    .sort();
};

const layoutCode = async (name: string, folder: string): Promise<string> => {
  const layout = layoutModule.parse(await import(pathToFileURL(join(folder, `${name}.mjs`)).href));
  const tokens = Object.fromEntries(Object.keys(layout.slots).map((slot) => [slot, tokenOf(slot)]));
  const document = await render(createElement(layout.Layout, tokens), {
    minify: false,
    pretty: false,
    inlineCss: false,
  });
  const faults = unsafeCss(document);
  if (faults.length > 0)
    throw new Error(`templates/${name}.tsx uses CSS that mail programs do not share: ${faults.join('; ')}`);
  return functionCode(camelCase(name), layout.slots, tidy(document));
};

const tokenOf = (slot: string): string => `xq${slot}qx`;

/** What jsx-email 3.2.1 writes twice or for nobody. */
const tidy = (document: string): string =>
  document
    .replace(
      /(<meta name="(?:viewport|x-apple-disable-message-reformatting|format-detection)"[^>]*>)(?=[\s\S]*\1)/g,
      '',
    )
    .replace(/<tbody style="width:100%">/g, '<tbody>')
    .replace(/<tr style="width:100%">/g, '<tr>');

const functionCode = (name: string, slots: Layout['slots'], document: string): string => {
  const used = new Set<string>();
  const pieces = document.split(/xq([a-zA-Z]+?)qx/).map((piece, index) => {
    if (index % 2 === 0) return JSON.stringify(piece);
    const kind = slots[piece];
    if (!kind) throw new Error(`${name}: no slot is called ${piece}`);
    used.add(piece);
    return `${kind}(s.${piece})`;
  });
  const unused = Object.keys(slots).filter((slot) => !used.has(slot));
  if (unused.length > 0) throw new Error(`${name}: slots without a place: ${unused.join(', ')}`);
  const type = Object.entries(slots).map(([slot, kind]) => `  ${slot}: ${kind === 'html' ? 'MailHtml' : 'string'};\n`);
  const lines = pieces.filter((piece) => piece !== '""').join(' +\n  ');
  return `export const ${name} = (s: {\n${type.join('')}}): string =>\n  ${lines};\n`;
};

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

if (import.meta.main) await buildMails();
