import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { removeMember } from '#identity/members/remove-member.ts';
import { Problem } from '#lib/problem.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { calledOf } from './member-view.ts';
import { QuestionPage } from './question-page.tsx';
import { lastAdminOf } from './role.tsx';
import { type VisitedMember, visitMember, visitMemberOrNot } from './visit-member.ts';

/** GET /members/:contact/removal */
export async function askRemoval(c: AppContext): Promise<Response> {
  const visited = await visitMember(c);
  return question(c, visited, visited.member.isLastAdmin, 200);
}

const form = z.strictObject({ workspace: z.string().max(64) });

/** POST /members/:contact/removal */
export async function remove(c: AppContext): Promise<Response> {
  const read = await readForm(c, form);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const visited = await visitMemberOrNot(c);
  const { actor, by, member, isYou } = visited;
  if (read.value.workspace !== actor.accountId) return askForWorkspace(c, actor, read.fields);
  if (!member) return c.redirect('/members?said=removed', 303);
  const place = { contactId: member.contactId, accountId: actor.accountId };
  const { outcome } = await removeMember(c.get('scope'), by, place, originOf(c));
  if (outcome === 'last_admin') return question(c, { ...visited, member }, true, 409);
  return c.redirect(isYou ? '/sign-in?said=signed-out' : '/members?said=removed', 303);
}

function question(c: AppContext, visited: VisitedMember, isLast: boolean, status: 200 | 409): Promise<Response> {
  const { actor, member, isYou } = visited;
  const look = portalLook(c, actor);
  const { t } = look.frame.reader;
  const [name, workspace, href] = [calledOf(member), actor.accountName, `/members/${member.contactId}`];
  return sendPage(
    c,
    look,
    <QuestionPage
      frame={look.frame}
      actor={actor}
      title={isYou ? t('members.removal.youTitle', { workspace }) : t('members.removal.title', { name })}
      back={{ href, label: name }}
      refusal={isLast ? lastAdminOf(look.frame.reader, visited) : null}
      form={{
        says: isYou
          ? [t('members.removal.youSays', { workspace }), t('members.removal.youKeeps')]
          : [t('members.removal.says', { name, workspace }), t('members.removal.keeps')],
        action: `${href}/removal`,
        label: t(isYou ? 'members.removal.youSubmit' : 'members.removal.submit'),
      }}
    />,
    status,
  );
}
