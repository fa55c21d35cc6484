import type { Child } from 'hono/jsx';
import { BrandMark } from './brand-mark.tsx';
import type { Frame } from './frame.ts';
import { PageDocument } from './page-document.tsx';
import { PageFooter } from './page-footer.tsx';

/** One thing to do and nothing around it: signing in, choosing a workspace, a problem. Both faces. */
export const FocusShell = (props: { frame: Frame; title: string; children: Child }) => (
  <PageDocument frame={props.frame} title={props.title}>
    <div class="focus-page">
      <header>
        <a class="brand" href="/" aria-label={props.frame.reader.t('common.logo', { brand: props.frame.brand.name })}>
          <BrandMark {...props.frame.brand} />
        </a>
      </header>
      <main id="main" tabindex={-1} class="panel">
        {props.children}
      </main>
      <PageFooter frame={props.frame} showZone={false} />
    </div>
  </PageDocument>
);
