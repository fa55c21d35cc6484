import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { preloads } from '#generated/assets.ts';

/** What every page needs around its content, whatever its face. */
export type DocumentProps = {
  lang: string;
  dir?: 'ltr' | 'rtl';
  /** The reader's zone: script keeps relative times as the server wrote them. */
  zone?: string;
  title: string;
  /** `Theme.css` of the brand, byte for byte: the policy carries its hash. */
  theme: string;
  /** Addresses of our own static files. */
  stylesheet: string;
  scripts?: readonly string[];
  icon?: string;
  face: 'portal' | 'agent';
  /** Whose page it is, for agents. */
  tenantId?: string | undefined;
  children: Child;
};

/** A whole document. No inline script and no style attribute anywhere: the policy refuses them. */
export const Document = (props: DocumentProps) => (
  <>
    {raw('<!doctype html>')}
    <html
      lang={props.lang}
      dir={props.dir ?? 'ltr'}
      data-face={props.face}
      data-zone={props.zone}
      data-tenant={props.tenantId}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{props.title}</title>
        {props.icon && <link rel="icon" href={props.icon} />}
        <link rel="stylesheet" href={props.stylesheet} />
        <style>{raw(props.theme)}</style>
        {props.scripts
          ?.flatMap((src) => preloads[src] ?? [])
          .map((href) => (
            <link rel="modulepreload" href={href} />
          ))}
        {props.scripts?.map((src) => (
          <script type="module" src={src} />
        ))}
      </head>
      <body>{props.children}</body>
    </html>
  </>
);
