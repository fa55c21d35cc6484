import type { Logo } from './brand-mark.tsx';
import type { Reader } from './reader.ts';

export type FooterLink = { label: string; href: string };

/** What a page has around it before anybody is signed in: words, brand, our static files. */
export type Frame = {
  reader: Reader;
  face: 'portal' | 'agent';
  brand: { name: string; logo?: Logo | undefined; footerLinks?: readonly FooterLink[]; icon?: string | undefined };
  /** `Theme.css` as stored with the brand. */
  theme: string;
  stylesheet: string;
  scripts?: readonly string[];
};
