import { Icon, type IconName } from './icon.tsx';
import type { Reader } from './reader.ts';

export type DeliveryState = 'owed' | 'sending' | 'sent' | 'failed' | 'cancelled';
export type DeliveryView = { state: DeliveryState; email: string; reason?: string | undefined };

/** What became of one mail; agent pages only. */
export const DeliveryMark = ({ reader, delivery }: { reader: Reader; delivery: DeliveryView }) => (
  <p class="delivery" data-state={delivery.state}>
    <Icon name={icons[delivery.state]} />
    {words(reader, delivery)}
  </p>
);

const words = (reader: Reader, { state, email, reason = '' }: DeliveryView): string =>
  state === 'failed' || state === 'cancelled'
    ? reader.t(`delivery.${state}`, { email, reason })
    : reader.t(`delivery.${state}`, { email });

const icons = {
  owed: 'clock',
  sending: 'clock',
  sent: 'mail',
  failed: 'alert',
  cancelled: 'cross',
} as const satisfies Record<DeliveryState, IconName>;
