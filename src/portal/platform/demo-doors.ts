import type { Settings } from '#env.ts';
import { agentUrl, hostUrl } from '#tenancy/links.ts';

export interface Door {
  /** Its words are `platform.demo.<place>` and `….text`. */
  readonly place: 'acme' | 'globex' | 'agents' | 'mailbox';
  readonly href: string;
  readonly people: readonly string[];
}

type LinkSettings = Pick<Settings, 'platformDomain' | 'agentHost' | 'linkScheme' | 'linkPort'>;

/** The demo's places (`npm start`); a real platform names none of its tenants here. */
export function demoDoors(settings: LinkSettings): readonly Door[] {
  if (settings.platformDomain !== 'localhost') return [];
  const portal = (slug: string) => hostUrl(settings, `${slug}.${settings.platformDomain}`, '/');
  return [
    { place: 'acme', href: portal('acme'), people: ['nora@northwind.test', 'ines@initech.test'] },
    { place: 'globex', href: portal('globex'), people: ['hal@hooli.test', 'nora@northwind.test'] },
    { place: 'agents', href: agentUrl(settings, '/'), people: ['amir@acme.test', 'owner@globex.test'] },
    { place: 'mailbox', href: agentUrl(settings, '/dev/mailbox'), people: [] },
  ];
}
