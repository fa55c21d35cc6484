import type { Delivery } from '#tickets/entries.ts';
import type { DeliveryView } from '#ui/delivery-mark.tsx';
import type { Reader } from '#ui/reader.ts';

const order = ['failed', 'cancelled', 'owed', 'sending', 'sent'] as const satisfies readonly Delivery['state'][];

/** What became of a message's mails: trouble first, one line for all that fared alike. */
export function deliveriesOf(reader: Reader, deliveries: readonly Delivery[]): DeliveryView[] {
  const list = new Intl.ListFormat(reader.locale, { type: 'conjunction' });
  return order.flatMap((state) => {
    const alike = deliveries.filter((delivery) => delivery.state === state);
    const found = new Set(alike.map(({ error }) => reasonOf(reader, state, error)));
    return [...found].map((reason) => {
      const people = alike.filter(({ error }) => reasonOf(reader, state, error) === reason);
      return { state, email: list.format(new Set(people.map(({ recipient }) => recipient))), reason };
    });
  });
}

/** Why a mail will not go out, in words; what is still under way may have stumbled, and says nothing of it. */
function reasonOf({ t }: Reader, state: Delivery['state'], code: string | null): string {
  if (state !== 'failed' && state !== 'cancelled') return '';
  const known = reasons[code ?? ''];
  return known ? t(`delivery.reason.${known}`) : t('delivery.reason.other', { code: code ?? '?' });
}

/** Codes of the outbox and of Cloudflare's mail service. */
const reasons: Readonly<Record<string, 'access' | 'suppressed' | 'address' | 'sender' | 'large' | 'tries'>> = {
  lost_access: 'access',
  dead_letter: 'tries',
  E_RECIPIENT_SUPPRESSED: 'suppressed',
  E_RECIPIENT_NOT_ALLOWED: 'address',
  E_SENDER_NOT_VERIFIED: 'sender',
  E_SENDER_DOMAIN_NOT_AVAILABLE: 'sender',
  E_CONTENT_TOO_LARGE: 'large',
};
