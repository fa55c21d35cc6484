import type { Settings } from '#env.ts';

type LinkSettings = Pick<Settings, 'linkScheme' | 'linkPort' | 'agentHost'>;

/** An absolute address on a stored host. Hosts come from the directory, never from a request. */
export function hostUrl(settings: LinkSettings, host: string, path: string): string {
  const port = settings.linkPort === '' ? '' : `:${settings.linkPort}`;
  return `${settings.linkScheme}://${host}${port}${path}`;
}

/** An absolute address in the agent app. */
export function agentUrl(settings: LinkSettings, path: string): string {
  return hostUrl(settings, settings.agentHost, path);
}

/** The same for what belongs to one tenant: an agent who is in another is asked to switch, for ticket 1043 is another one at each. */
export function agentUrlAt(settings: LinkSettings, { slug }: { readonly slug: string }, path: string): string {
  return agentUrl(settings, `${path}?at=${slug}`);
}
