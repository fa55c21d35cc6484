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
