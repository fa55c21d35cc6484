import type { Logo } from './brand-mark.tsx';
import type { Reader } from './reader.ts';

export type FooterLink = { label: string; href: string };

/** Whom an agent sees the portal as, and until when (ms, UTC). */
export type ViewedAs = { name: string; account: string; endsAt: number };

/** What a page has around it before anybody is signed in: words, brand, our static files. */
export type Frame = {
  reader: Reader;
  face: 'portal' | 'agent';
  brand: { name: string; logo?: Logo | undefined; footerLinks?: readonly FooterLink[]; icon?: string | undefined };
  /** `Theme.css` as stored with the brand. */
  theme: string;
  stylesheet: string;
  scripts?: readonly string[];
  /** Whose page it is, for agents: a script takes nothing in from another's. */
  tenantId?: string | undefined;
  /** Where an agent with several seats changes the company. */
  switchHref?: string | undefined;
  /** Who looks is not the person themself: whom they look as, where that is known. */
  viewing?: { as: ViewedAs | null } | undefined;
};
