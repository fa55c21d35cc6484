import type { Child } from 'hono/jsx';
import { type Factors, hasFactor } from '#identity/second-factor/factors.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Time } from '#ui/time.tsx';

/** What an agent has besides their mailbox, and the ways to change it. */
export const FactorPart = ({ reader, factors }: { reader: Reader; factors: Factors }) => {
  const { t } = reader;
  const isOn = hasFactor(factors);
  return (
    <Part id="factor" title={t('you.factor')}>
      <p>{isOn ? t('you.factor.on') : `${t('you.factor.none')} ${t('you.factor.noneTenants')}`}</p>
      {isOn && (
        <>
          <DataTable
            caption={t('you.factor')}
            columns={[t('you.factor.what'), t('you.factor.since'), t('you.factor.used'), t('you.factor.actions')]}
            rows={rowsOf(reader, factors)}
            hasActions
          />
          <p>{t('you.factor.codes', { count: factors.codesLeft })}</p>
        </>
      )}
      <div class="actions">
        <ButtonLink href="/second-factor/set-up">{isOn ? t('you.factor.add') : t('you.factor.setUp')}</ButtonLink>
        {isOn && <ButtonLink href="/second-factor/recovery-codes">{t('you.factor.makeCodes')}</ButtonLink>}
      </div>
    </Part>
  );
};

function rowsOf(reader: Reader, { totpSince, passkeys }: Factors): Child[][] {
  const { t } = reader;
  const app = (since: number): Child[] => [
    t('you.factor.app'),
    <Time at={since} reader={reader} />,
    '',
    <Remove reader={reader} name={t('you.factor.app')} href="/second-factor/authenticator/removal" />,
  ];
  return [
    ...(totpSince === null ? [] : [app(totpSince)]),
    ...passkeys.map(({ id, name, createdAt, lastUsedAt }) => [
      <>
        <bdi>{name}</bdi>
        <small>{t('you.factor.passkey')}</small>
      </>,
      <Time at={createdAt} reader={reader} />,
      lastUsedAt === null ? t('you.factor.never') : <Time at={lastUsedAt} reader={reader} />,
      <Remove reader={reader} name={name} href={`/second-factor/passkeys/${id}/removal`} />,
    ]),
  ];
}

const Remove = ({ reader: { t }, name, href }: { reader: Reader; name: string; href: string }) => (
  <a href={href} aria-label={t('you.factor.removeOne', { name })}>
    {t('you.factor.remove')}
  </a>
);
