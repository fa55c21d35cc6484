import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { MemberPage } from './member-page.tsx';
import { visitMember } from './visit-member.ts';

/** GET /members/:contact */
export async function showMember(c: AppContext): Promise<Response> {
  const { actor, member, seeAll } = await visitMember(c);
  const look = portalLook(c, actor);
  return sendPage(c, look, <MemberPage frame={look.frame} actor={actor} member={member} membersSeeAll={seeAll} />);
}
