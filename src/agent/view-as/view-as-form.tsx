import { Button } from '#ui/button.tsx';
import type { Reader } from '#ui/reader.ts';

interface ViewAsFormProps {
  reader: Reader;
  accountId: string;
  contactId: string;
  /** Their name, or their address where nobody knows it. */
  name: string;
}

/** The way to see the portal as this contact does. For contacts who may enter the account. */
export const ViewAsForm = ({ reader, accountId, contactId, name }: ViewAsFormProps) => (
  <form method="post" action={viewAsPath(accountId, contactId)}>
    <Button icon="eye">{reader.t('viewAs.button', { name })}</Button>
  </form>
);

export function viewAsPath(accountId: string, contactId: string): string {
  return `/accounts/${accountId}/people/${contactId}/view-as`;
}
