import { exactTime, relativeTime } from '#lib/times.ts';
import type { Reader } from './reader.ts';

/** How long ago, with the exact minute and zone for screen readers and on hovering. `at` in ms, UTC. */
export const Time = ({ at, reader }: { at: number; reader: Reader }) => {
  const exact = exactTime(at, reader);
  return (
    <time datetime={new Date(at).toISOString()} title={exact}>
      <span aria-hidden="true">{relativeTime(at, reader)}</span>
      <span class="unseen">{exact}</span>
    </time>
  );
};
