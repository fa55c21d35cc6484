import type { Child } from 'hono/jsx';
import { BrandMark } from './brand-mark.tsx';
import type { Frame } from './frame.ts';
import { PageDocument } from './page-document.tsx';
import { PageFooter } from './page-footer.tsx';

/** A page of the portal that needs nobody signed in: the brand, and at most one way on at the end of the line. */
export const OpenShell = (props: { frame: Frame; title: string; action?: Child; children: Child }) => (
  <PageDocument frame={props.frame} title={props.title}>
    <header class="top">
      <div class="top-inner">
        <a class="brand" href="/" aria-label={props.frame.reader.t('common.logo', { brand: props.frame.brand.name })}>
          <BrandMark {...props.frame.brand} />
        </a>
        {props.action && <div class="top-action">{props.action}</div>}
      </div>
    </header>
    <main id="main" tabindex={-1} class="page" data-width="reading">
      {props.children}
    </main>
    <PageFooter frame={props.frame} showZone />
  </PageDocument>
);
