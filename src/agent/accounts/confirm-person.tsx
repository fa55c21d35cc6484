import type { AppContext } from '#http/context.ts';
import { sendPlace } from '../send-place.ts';
import { personHref } from './account-address.ts';
import { ConfirmPage } from './confirm-page.tsx';
import { visitPersonToChange } from './visit-person.ts';

/** The question before somebody leaves the account. */
export async function showRemove(c: AppContext): Promise<Response> {
  const at = await visitPersonToChange(c);
  const [account, name] = [at.account.name, at.person.name || at.person.email];
  return sendPlace(c, at, (props) => {
    const { t } = props.frame.reader;
    return (
      <ConfirmPage
        {...props}
        title={t('accounts.person.removeTitle', { name, account })}
        says={[
          ...(at.rows.member?.isLastAdmin ? [t('accounts.person.lastAdmin', { account })] : []),
          t('accounts.person.removeSessions'),
          t('accounts.person.removeTickets', { name, account }),
        ]}
        action={personHref(at.account.id, at.person.id, '/removal')}
        label={t('accounts.person.removeDo', { account })}
        back={{ href: personHref(at.account.id, at.person.id), label: name }}
        cancel={t('common.cancel')}
      />
    );
  });
}

/** The question before somebody is disabled, or enabled again. */
export async function showState(c: AppContext): Promise<Response> {
  const at = await visitPersonToChange(c);
  const name = at.person.name || at.person.email;
  const change = at.person.state === 'active' ? 'disable' : 'enable';
  return sendPlace(c, at, (props) => {
    const { t } = props.frame.reader;
    return (
      <ConfirmPage
        {...props}
        title={t(`accounts.person.${change}Title`, { name })}
        says={
          change === 'disable'
            ? [t('accounts.person.disableSessions'), t('accounts.person.disableAll'), t('accounts.person.disableBack')]
            : [t('accounts.person.enableMeans')]
        }
        action={personHref(at.account.id, at.person.id, '/state')}
        fields={{ state: change === 'disable' ? 'disabled' : 'active' }}
        label={t(`accounts.person.${change}`, { name })}
        look={change === 'disable' ? 'danger' : 'primary'}
        back={{ href: personHref(at.account.id, at.person.id), label: name }}
        cancel={t('common.cancel')}
      />
    );
  });
}
