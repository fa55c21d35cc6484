import type { ListedKey } from '#identity/hand-off/list-keys.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';
import { handOffHref } from './place.ts';

/** The keys that count, and those that no longer do. */
export const KeysPart = ({ reader, keys }: { reader: Reader; keys: readonly ListedKey[] }) => {
  const { t } = reader;
  const add = (
    <ButtonLink href={`${handOffHref}/keys/new`} look={keys.length === 0 ? 'primary' : 'secondary'} icon="plus">
      {t('handOffSettings.add')}
    </ButtonLink>
  );
  if (keys.length === 0)
    return (
      <EmptyState icon="key" title={t('handOffSettings.noKeys')} text={t('handOffSettings.noKeysText')}>
        {add}
      </EmptyState>
    );
  return (
    <Part id="keys" title={t('handOffSettings.keys')}>
      <DataTable
        caption={t('handOffSettings.keys')}
        hasActions
        columns={(['key', 'issuer', 'added', 'used', 'actions'] as const).map((column) =>
          t(`handOffSettings.column.${column}`),
        )}
        rows={keys.map((key) => rowOf(reader, key))}
      />
      <p class="hint">{t('handOffSettings.keysText')}</p>
      <div class="actions">{add}</div>
    </Part>
  );
};

function rowOf(reader: Reader, key: ListedKey) {
  const { t, rich } = reader;
  const time = (at: number) => <Time at={at} reader={reader} />;
  return [
    <>
      <bdi>{key.name}</bdi>
      <small>
        {key.algorithm} · <code>{key.kid}</code>
      </small>
    </>,
    <>
      <bdi>{key.issuer}</bdi>
      {key.jwksUrl && <small>{key.jwksUrl}</small>}
    </>,
    <>
      {time(key.createdAt)}
      {key.createdBy && <small>{t('handOffSettings.addedBy', { name: key.createdBy })}</small>}
    </>,
    key.lastUsedAt === null ? t('handOffSettings.never') : time(key.lastUsedAt),
    key.revokedAt === null ? (
      <a
        href={`${handOffHref}/keys/${encodeURIComponent(key.kid)}/revocation`}
        aria-label={t('handOffSettings.revokeNamed', { name: key.name })}
      >
        {t('handOffSettings.revoke')}
      </a>
    ) : (
      <span>{rich('handOffSettings.revokedWhen', { when: time(key.revokedAt) })}</span>
    ),
  ];
}
