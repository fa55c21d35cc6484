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
  const targets = [page, floor, one];
  try {
    await times(client, targets, connections, 20);
    const ratios: Ratios[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const [ofPage = 0, ofFloor = 0, ofOne = 0] = (await times(client, targets, connections, asks)).map(median);
      ratios.push({ page: ofPage / ofFloor, one: ofOne / ofFloor });
    }
    return { page: median(ratios.map((each) => each.page)), one: median(ratios.map((each) => each.one)) };
  } finally {
    client.close();
  }
}

/** Milliseconds of so many asks of each target: one of each in turn, as many at once as there are connections. */
async function times(client: Client, targets: readonly Target[], connections: number, asks: number) {
  const taken = targets.map((): number[] => []);
  for (let done = 0; done < asks; done += connections) {
    for (const [i, target] of targets.entries()) {
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
