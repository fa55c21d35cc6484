import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Client, newClient } from './client.ts';
import type { HotPage } from './pages.ts';

/** Bytes of a first visit, gzip. */
export interface Weight {
  readonly title: string;
  readonly html: number;
  readonly css: number;
  readonly js: number;
}

/** DESIGN §9 */
export const budgets = { html: 14_000, css: 10_000, js: 8_000 } as const;

export async function weigh(port: number, pages: readonly HotPage[]): Promise<readonly Weight[]> {
  const client = newClient(port, 1);
  try {
    const weights: Weight[] = [];
    for (const page of pages) weights.push(await weightOf(client, page));
    return weights;
  } finally {
    client.close();
  }
}

async function weightOf(client: Client, page: HotPage): Promise<Weight> {
  const { status, body } = await client.get(page);
  if (status !== 200) throw new Error(`${page.host}${page.path} answered ${status}`);
  const files = [...new Set(String(body).match(/\/assets\/[\w.-]+\.(css|js)/g))];
  const bytesOf = (end: string) =>
    files
      .filter((file) => file.endsWith(end))
      .reduce((sum, file) => sum + gzipped(readFileSync(`build/public${file}`)), 0);
  return { title: page.title, html: gzipped(body), css: bytesOf('.css'), js: bytesOf('.js') };
}

function gzipped(bytes: Buffer): number {
  return gzipSync(bytes, { level: 6 }).length;
}
