import { DataTable } from '#ui/data-table.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';

export interface Asking {
  readonly id: string;
  readonly email: string;
  readonly createdAt: number;
}

/** Who asks to be let in. */
export const RequestTable = ({ reader, requests }: { reader: Reader; requests: readonly Asking[] }) => {
  const { t } = reader;
  return (
    <Part id="asking" title={t('joining.title')}>
      <p>{t('joining.text', { count: requests.length })}</p>
      <DataTable
        caption={t('joining.title')}
        columns={[t('members.address'), t('joining.asked'), t('members.actions')]}
        rows={requests.map(({ id, email, createdAt }) => [
          <bdi>{email}</bdi>,
          <Time at={createdAt} reader={reader} />,
          <a href={`/members/requests/${id}`} aria-label={t('joining.answerWhom', { email })}>
            {t('joining.answer')}
          </a>,
        ])}
        hasActions
      />
    </Part>
  );
};
