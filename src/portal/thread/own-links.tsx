import { Button } from '#ui/button.tsx';
import type { Reader } from '#ui/reader.ts';

/** A mail passed on by mistake can be made harmless: quiet, below all else. */
export const OwnLinks = ({ reader: { t }, number }: { reader: Reader; number: number }) => (
  <form class="own-links" method="post" action={`/requests/${number}/link-revocation`}>
    <p class="hint">{t('byLink.own.text')}</p>
    <Button look="quiet">{t('byLink.own.turnOff')}</Button>
  </form>
);
