import { assets } from '#generated/assets.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { agentUrl } from '#tenancy/links.ts';
import type { Frame } from '#ui/frame.ts';
import { demoDoors } from './demo-doors.ts';
import { WelcomePage } from './welcome-page.tsx';

/** What Portico is. The same for everybody, and it asks no database. */
export async function showWelcome(c: AppContext): Promise<Response> {
  const settings = c.get('settings');
  const look = await agentLook(c);
  const frame: Frame = { ...look.frame, face: 'portal', stylesheet: assets['platform.css'], scripts: [] };
  return sendPage(
    c,
    look,
    <WelcomePage frame={frame} agentApp={agentUrl(settings, '/')} doors={demoDoors(settings)} />,
  );
}
