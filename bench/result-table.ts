import { arch, availableParallelism, platform } from 'node:os';
import type { Measured, SearchGrowth, Size } from './run.ts';
import { budgets, type Weight } from './weigh.ts';

export interface Result {
  readonly version: string;
  readonly sizes: readonly Size[];
  readonly searches: readonly SearchGrowth[];
  readonly weights: readonly Weight[];
  /** A line about its size. */
  readonly worker: string;
}

const targets = { timesFloor: 2, growth: 1.1, trips: 1, rows: 2100, searchGrowth: 2 } as const;

/** The result as Markdown: ratios only, as bare times say more of a machine than of Portico. */
export function resultTable({ version, sizes, searches, weights, worker }: Result): string {
  return [
    `# Portico ${version}`,
    `Made by \`npm run bench\` on ${platform()} ${arch()}, ${availableParallelism()} cores, with the server, its database and the client on the same ones. ` +
      'The built Worker runs in workerd without a proxy before it. The floor is a bare Hono route in the same process that runs the same batch of statements (session check and page) and prints the rows as JSON; *one query* is the session check alone. ' +
      'Page, floor and one query take turns; a number is the median of five rounds of p50 ÷ p50 of the floor.',
    '## Targets',
    verdicts(sizes, searches, weights).join('\n'),
    ...sizes.map(sizeTable),
    rowsTable(sizes),
    searchTable(searches),
    weightTable(weights),
    `${worker}.`,
    '',
  ].join('\n\n');
}

function verdicts(sizes: readonly Size[], searches: readonly SearchGrowth[], weights: readonly Weight[]): string[] {
  const pages = sizes.flatMap(({ pages }) => pages);
  const slowest = Math.max(...pages.map(({ alone }) => alone.page));
  const isUsual = (i: number) => !sizes[0]?.pages[i]?.looksFurther;
  const growth = Math.max(...growths(sizes).filter((_, i) => isUsual(i)));
  const trips = Math.max(...pages.map((page) => page.trips));
  const rows = Math.max(...pages.map((page) => page.rows));
  const search = Math.max(...searches.map(({ times }) => times));
  const most = (part: 'html' | 'css' | 'js') => Math.max(...weights.map((weight) => weight[part]));
  const verdict = (isMet: boolean, words: string) => `- ${isMet ? 'met' : '**missed**'}: ${words}`;
  return [
    verdict(trips <= targets.trips, `one D1 trip a page (most: ${trips})`),
    verdict(growth <= targets.growth, `rows read grow at most ${targets.growth} times (most: ${growth.toFixed(2)})`),
    verdict(rows <= targets.rows, `at most ${count(targets.rows)} rows read a page (most: ${count(rows)})`),
    verdict(
      search <= targets.searchGrowth,
      `a search's p50 grows at most ${targets.searchGrowth} times (most: ${search.toFixed(2)})`,
    ),
    verdict(
      slowest <= targets.timesFloor,
      `p50 at one connection at most ${targets.timesFloor} times the floor (slowest: ${slowest.toFixed(2)})`,
    ),
    ...(['html', 'css', 'js'] as const).map((part) =>
      verdict(
        most(part) <= budgets[part],
        `${part.toUpperCase()} at most ${kB(budgets[part])} (most: ${kB(most(part))})`,
      ),
    ),
  ];
}

function growths(sizes: readonly Size[]): number[] {
  const [first, last] = [sizes[0], sizes.at(-1)];
  return (first?.pages ?? []).map((page, i) => (last?.pages[i]?.rows ?? Number.NaN) / page.rows);
}

function sizeTable({ tickets, pages }: Size): string {
  const row = ({ title, alone, crowded }: Measured) =>
    [title, times(alone.page), times(alone.one), times(crowded.page), times(crowded.one)] as const;
  return [
    `## Time at ${count(tickets)} tickets, as multiples of the floor`,
    table(['Page', 'one connection', 'one query', 'eight at once', 'one query'], pages.map(row)),
  ].join('\n\n');
}

function rowsTable(sizes: readonly Size[]): string {
  const grown = growths(sizes);
  const rows = (sizes[0]?.pages ?? []).map((page, i) => [
    page.title,
    String(page.trips),
    ...sizes.map(({ pages }) => String(pages[i]?.rows)),
    (grown[i] ?? Number.NaN).toFixed(2),
  ]);
  const heads = sizes.map(({ tickets }) => `rows at ${count(tickets)}`);
  return `## What a page asks of D1\n\n${table(['Page', 'trips', ...heads, 'growth'], rows)}`;
}

function searchTable(searches: readonly SearchGrowth[]): string {
  const rows = searches.map(({ title, times }) => [title, times.toFixed(2)]);
  return [
    '## Time of a search at 100,000 tickets, as multiples of the same search at 1,000',
    'p50 ÷ p50 at one connection as they are, both servers by turns.',
    table(['Search', 'times'], rows),
  ].join('\n\n');
}

function weightTable(weights: readonly Weight[]): string {
  const rows = weights.map(({ title, html, css, js }) => [title, kB(html), kB(css), kB(js)]);
  const heads = ['Portal page, demo data', 'HTML', 'CSS', 'JS'];
  return `## Bytes of a first visit, gzip\n\n${table(heads, rows)}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, i) => (i ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

const times = (ratio: number) => ratio.toFixed(2);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const count = (n: number) => n.toLocaleString('en');
