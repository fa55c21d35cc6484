import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildParts } from '../scripts/build.ts';
import { buildWorker } from '../scripts/build-worker.ts';
import { fillDevVars } from '../scripts/dev-vars.ts';
import { mustRun } from '../scripts/run-tool.ts';
import { type BenchServer, floorHost, startBenchServer } from './bench-server.ts';
import { newClient, type Target } from './client.ts';
import { compare, compareServers, type Ratios } from './compare.ts';
import { type HotPage, hotPages, weighedPages } from './pages.ts';
import { type Result, resultTable } from './result-table.ts';
import { weigh } from './weigh.ts';

/** What one page asks of its database, and how it stands to its floor. */
export interface Measured {
  readonly title: string;
  readonly looksFurther: boolean;
  readonly trips: number;
  readonly rows: number;
  readonly alone: Ratios;
  readonly crowded: Ratios;
}

export interface Size {
  readonly tickets: number;
  readonly pages: readonly Measured[];
}

/** How many times longer a search takes among the most tickets than among the fewest. */
export interface SearchGrowth {
  readonly title: string;
  readonly times: number;
}

const sizes = [1_000, 100_000];
const crowd = 8;
const asks = { alone: 30, crowded: 48 };

async function bench(): Promise<void> {
  fillDevVars();
  console.log('Building …');
  await buildParts();
  const worker = await buildWorker();
  await mustRun('wrangler', ['deploy', 'bench/worker.ts', '--dry-run', '--minify', '--outdir', 'build/bench']);
  const servers: BenchServer[] = [];
  try {
    const measured: Size[] = [];
    for (const tickets of sizes) {
      console.log(`Making ${tickets.toLocaleString('en')} tickets …`);
      const server = await startBenchServer(tickets);
      servers.push(server);
      measured.push({ tickets, pages: await measure(server) });
    }
    const [few, many] = servers;
    if (!few || !many) throw new Error('Two sizes are compared');
    const weights = await weigh(few.port, weighedPages(few.seeded));
    write({ sizes: measured, searches: await growthOfSearches(few, many), weights, worker });
  } finally {
    for (const server of servers) await server.stop();
  }
}

function write(result: Omit<Result, 'version'>): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const table = resultTable({ version, ...result });
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(`bench/results/${version}.md`, table);
  console.log(`\n${table}\nWritten to bench/results/${version}.md`);
}

async function measure(server: BenchServer): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const page of hotPages(server.seeded)) {
    await server.record(page);
    console.log(`  ${page.title}`);
    const contest = { page, floor: floorOf(page, 'batch'), one: floorOf(page, 'one') };
    measured.push({
      title: page.title,
      looksFurther: page.looksFurther ?? false,
      alone: await compare(server.port, contest, 1, asks.alone),
      crowded: await compare(server.port, contest, crowd, asks.crowded),
      ...(await askedOf(server.port, page)),
    });
  }
  return measured;
}

/** Each search on the small server and on the large one, in turns. */
async function growthOfSearches(few: BenchServer, many: BenchServer): Promise<readonly SearchGrowth[]> {
  const inMany = new Map(hotPages(many.seeded).map((page) => [page.name, page]));
  const grown: SearchGrowth[] = [];
  for (const page of hotPages(few.seeded)) {
    const same = inMany.get(page.name);
    if (!page.isSearch || !same) continue;
    const times = await compareServers({ port: few.port, page }, { port: many.port, page: same }, asks.alone);
    grown.push({ title: page.title, times });
  }
  return grown;
}

function floorOf({ name }: HotPage, what: 'batch' | 'one'): Target {
  return { host: floorHost, path: `/${what}/${name}`, cookie: '' };
}

/** D1 trips and rows read, as the page itself says once its caches are warm. */
async function askedOf(port: number, page: HotPage): Promise<{ trips: number; rows: number }> {
  const client = newClient(port, 1);
  const { timing } = await client.get(page);
  client.close();
  const said = /trips=(\d+) rows=(\d+)/.exec(timing);
  if (!said) throw new Error(`${page.title} has no Server-Timing`);
  return { trips: Number(said[1]), rows: Number(said[2]) };
}

try {
  await bench();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
