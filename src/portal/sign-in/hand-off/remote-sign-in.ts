import type { AppContext } from '#http/context.ts';
import type { RemoteSignIn } from '#http/sign-in/sign-in-face.ts';
import { hostUrl } from '#tenancy/links.ts';
import { handOffPath } from './path.ts';

/**
 * The tenant's own product as a way in: its address with `return_to`, which is
 * our hand-off on the host that the person came to, with the page they wanted.
 */
export function remoteSignIn(c: AppContext, returnTo: string): RemoteSignIn | null {
  const { remoteSignIn: remote } = c.get('scope').tenant;
  if (!remote) return null;
  const back = `${handOffPath}?return_to=${encodeURIComponent(returnTo)}`;
  const url = new URL(remote.url);
  url.searchParams.set('return_to', hostUrl(c.get('settings'), c.get('host'), back));
  return { href: url.href, atOnce: remote.atOnce };
}
