import type { Delivery } from '#tickets/entries.ts';
import type { DeliveryView } from '#ui/delivery-mark.tsx';
import type { Reader } from '#ui/reader.ts';

const order = ['failed', 'cancelled', 'owed', 'sending', 'sent'] as const satisfies readonly Delivery['state'][];

/** What became of a message's mails: trouble first, one line for all that fared alike. */
export function deliveriesOf(reader: Reader, deliveries: readonly Delivery[]): DeliveryView[] {
  const list = new Intl.ListFormat(reader.locale, { type: 'conjunction' });
  return order.flatMap((state) => {
    const alike = deliveries.filter((delivery) => delivery.state === state);
    const reasons = [...new Set(alike.map(({ error }) => error ?? ''))];
    return reasons.map((reason) => ({
      state,
      email: list.format(alike.filter(({ error }) => (error ?? '') === reason).map(({ recipient }) => recipient)),
      reason,
    }));
  });
}
