import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';
import type { Reader } from './reader.ts';
import { Time } from './time.tsx';

type EventLineProps = { reader: Reader; at: number; icon?: IconName; seq?: number | undefined; children: Child };

/** A change between messages: one thin line. */
export const EventLine = ({ reader, at, icon = 'status-open', seq, children }: EventLineProps) => (
  <li class="entry event" data-seq={seq}>
    <Icon name={icon} />
    <p>
      {children} · <Time at={at} reader={reader} />
    </p>
  </li>
);
