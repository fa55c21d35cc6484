import { type Client, newClient, type Target } from './client.ts';

/** How many times longer than its floor a page takes, and how the one-query floor stands to the same. */
export interface Ratios {
  readonly page: number;
  readonly one: number;
}

export interface Contest {
  readonly page: Target;
  /** The same batch of statements, bare. */
  readonly floor: Target;
  /** One statement. */
  readonly one: Target;
}

const rounds = 5;

/** The median of five rounds of p50 ÷ p50. What is compared takes turns, so that noise of the machine meets all alike. */
export async function compare(port: number, contest: Contest, connections: number, asks: number): Promise<Ratios> {
  const client = newClient(port, connections);
  const { page, floor, one } = contest;
  const contestants = [page, floor, one].map((target) => ({ client, target }));
  try {
    const ratios: Ratios[] = [];
    for (const [ofPage = 0, ofFloor = 0, ofOne = 0] of await medians(contestants, connections, asks))
      ratios.push({ page: ofPage / ofFloor, one: ofOne / ofFloor });
    return { page: median(ratios.map((each) => each.page)), one: median(ratios.map((each) => each.one)) };
  } finally {
    client.close();
  }
}

/** How many times longer the second server takes for its page than the first, at one connection: p50 ÷ p50 as they are. */
export async function compareServers(
  first: { readonly port: number; readonly page: Target },
  second: { readonly port: number; readonly page: Target },
  asks: number,
): Promise<number> {
  const contestants = [first, second].map(({ port, page }) => ({ client: newClient(port, 1), target: page }));
  try {
    const found = await medians(contestants, 1, asks);
    return median(found.map(([ofFirst = 0, ofSecond = 0]) => ofSecond / ofFirst));
  } finally {
    for (const { client } of contestants) client.close();
  }
}

interface Contestant {
  readonly client: Client;
  readonly target: Target;
}

/** The p50 of each, round by round. */
async function medians(contestants: readonly Contestant[], connections: number, asks: number) {
  await times(contestants, connections, 20);
  const found: number[][] = [];
  for (let round = 0; round < rounds; round += 1) found.push((await times(contestants, connections, asks)).map(median));
  return found;
}

/** Milliseconds of so many asks of each: one of each in turn, as many at once as there are connections. */
async function times(contestants: readonly Contestant[], connections: number, asks: number) {
  const taken = contestants.map((): number[] => []);
  for (let done = 0; done < asks; done += connections) {
    for (const [i, { client, target }] of contestants.entries()) {
      const answers = await Promise.all(Array.from({ length: connections }, () => client.get(target)));
      for (const { status, ms } of answers) {
        if (status !== 200) throw new Error(`${target.host}${target.path} answered ${status}`);
        taken[i]?.push(ms);
      }
    }
  }
  return taken;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
