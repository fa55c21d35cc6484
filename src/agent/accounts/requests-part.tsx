import { DataTable } from '#ui/data-table.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import { Press } from '../press.tsx';
import { accountHref } from './account-address.ts';

/** Somebody who has proven an address and waits for a word. */
export interface WaitingRequest {
  readonly id: string;
  readonly email: string;
  readonly createdAt: number;
}

interface RequestsPartProps {
  readonly reader: Reader;
  readonly accountId: string;
  readonly requests: readonly WaitingRequest[];
  readonly mayChange: boolean;
}

/** Who asks to enter the account. */
export const RequestsPart = ({ reader, accountId, requests, mayChange }: RequestsPartProps) => {
  const { t } = reader;
  if (requests.length === 0) return null;
  const columns = [t('accounts.person.email'), t('accounts.request.asked')];
  return (
    <Part id="requests" title={t('accounts.part.requests')}>
      <p>{t('accounts.part.requestsText')}</p>
      <DataTable
        caption={t('accounts.part.requests')}
        columns={mayChange ? [...columns, t('accounts.actions')] : columns}
        hasActions={mayChange}
        rows={requests.map((request) => [
          <bdi>{request.email}</bdi>,
          <Time at={request.createdAt} reader={reader} />,
          ...(mayChange ? [<Decide reader={reader} accountId={accountId} request={request} />] : []),
        ])}
      />
    </Part>
  );
};

const Decide = (props: { reader: Reader; accountId: string; request: WaitingRequest }) => {
  const { reader, accountId, request } = props;
  const action = accountHref(accountId, `/requests/${request.id}`);
  return (
    <div class="inline-actions">
      {(['grant', 'refuse'] as const).map((decision) => (
        <Press
          action={action}
          fields={{ decision }}
          label={reader.t(`accounts.request.${decision}`)}
          of={request.email}
        />
      ))}
    </div>
  );
};
