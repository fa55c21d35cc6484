import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { changeRole } from '#identity/members/change-role.ts';
import { Problem } from '#lib/problem.ts';
import type { Reader } from '#ui/reader.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { calledOf } from './member-view.ts';
import { QuestionPage } from './question-page.tsx';
import { type VisitedMember, visitMember } from './visit-member.ts';

/** GET /members/:contact/role: asks about the role that they do not have. */
export async function askRole(c: AppContext): Promise<Response> {
  const visited = await visitMember(c);
  return question(c, visited, visited.member.isLastAdmin, 200);
}

const form = z.strictObject({ workspace: z.string().max(64), role: z.enum(['admin', 'member']) });

/** POST /members/:contact/role */
export async function saveRole(c: AppContext): Promise<Response> {
  const read = await readForm(c, form);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const visited = await visitMember(c);
  const { actor, by, member, isYou } = visited;
  if (read.value.workspace !== actor.accountId) return askForWorkspace(c, actor, read.fields);
  const place = { contactId: member.contactId, accountId: actor.accountId, role: read.value.role };
  const { outcome } = await changeRole(c.get('scope'), by, place, originOf(c));
  if (outcome === 'last_admin') return question(c, visited, true, 409);
  return c.redirect(isYou && read.value.role === 'member' ? '/' : '/members?said=role', 303);
}

function question(c: AppContext, visited: VisitedMember, isLast: boolean, status: 200 | 409): Promise<Response> {
  const { actor, member } = visited;
  const look = portalLook(c, actor);
  const { t } = look.frame.reader;
  const [name, href] = [calledOf(member), `/members/${member.contactId}`];
  const to = member.role === 'admin' ? 'member' : 'admin';
  return sendPage(
    c,
    look,
    <QuestionPage
      frame={look.frame}
      actor={actor}
      title={titleOf(look.frame.reader, visited)}
      back={{ href, label: name }}
      refusal={isLast ? lastAdminOf(look.frame.reader, visited) : null}
      form={{
        says: saysOf(look.frame.reader, visited),
        action: `${href}/role`,
        fields: { role: to },
        label: t(to === 'admin' ? 'members.makeAdmin' : 'members.makeMember'),
        look: to === 'admin' ? 'primary' : 'danger',
      }}
    />,
    status,
  );
}

function titleOf({ t }: Reader, { member, isYou }: VisitedMember): string {
  if (member.role === 'member') return t('members.role.adminTitle', { name: calledOf(member) });
  return isYou ? t('members.role.youTitle') : t('members.role.memberTitle', { name: calledOf(member) });
}

function saysOf({ t }: Reader, { actor, member, isYou, seeAll }: VisitedMember): readonly string[] {
  const who = { name: calledOf(member) };
  if (member.role === 'member') return [t('members.role.becomesAdmin', { ...who, workspace: actor.accountName })];
  if (isYou) return [t(seeAll ? 'members.role.youBecomeAll' : 'members.role.youBecomeOwn'), t('members.role.youBack')];
  return [t(seeAll ? 'members.role.becomesMemberAll' : 'members.role.becomesMemberOwn', who)];
}

/** Why the only admin stays one. */
export function lastAdminOf({ t }: Reader, { member, isYou }: VisitedMember): string {
  return isYou ? t('members.last.you') : t('members.last.other', { name: calledOf(member) });
}
