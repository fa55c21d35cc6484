import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { listInvitations } from '#identity/invitations/list-invitations.ts';
import { listAccessRequests } from '#identity/members/list-access-requests.ts';
import { listMembers } from '#identity/members/list-members.ts';
import { MembersPage } from './members-page.tsx';
import { visitAsAdmin } from './visit-as-admin.ts';

/** What the redirects of this place may say. */
const sayings = ['role', 'removed', 'resent', 'withdrawn', 'granted', 'refused'] as const;

/** GET /members */
export async function showMembers(c: AppContext): Promise<Response> {
  const after = c.req.query('after');
  const { actor, rows } = await visitAsAdmin(c, (scope, { accountId }) => ({
    page: listMembers(scope, accountId, { after }),
    invitations: listInvitations(scope, accountId),
    requests: listAccessRequests(scope, accountId),
  }));
  const look = portalLook(c, actor);
  const { t } = look.frame.reader;
  const said = sayings.find((word) => word === c.req.query('said'));
  const sent = c.req.query('said') === 'invited' ? Number(/^\d{1,2}$/.exec(c.req.query('count') ?? '')?.[0] ?? 0) : 0;
  return sendPage(
    c,
    look,
    <MembersPage
      frame={look.frame}
      actor={actor}
      page={rows.page}
      isFirst={after === undefined}
      invitations={rows.invitations}
      requests={rows.requests}
      said={sent > 0 ? t('invite.sent', { count: sent }) : said ? t(`members.said.${said}`) : null}
    />,
  );
}
