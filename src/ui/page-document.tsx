import type { Child } from 'hono/jsx';
import { Document } from './document.tsx';
import type { Frame } from './frame.ts';
import { ViewBanner } from './view-banner.tsx';

/** The document of a frame; the title ends in the name of the brand. */
export const PageDocument = ({ frame, title, children }: { frame: Frame; title: string; children: Child }) => (
  <Document
    lang={frame.reader.locale}
    dir={frame.reader.dir}
    zone={frame.reader.zone}
    title={title === frame.brand.name ? title : `${title} · ${frame.brand.name}`}
    theme={frame.theme}
    stylesheet={frame.stylesheet}
    face={frame.face}
    tenantId={frame.tenantId}
    {...(frame.scripts && { scripts: frame.scripts })}
    {...(frame.brand.icon && { icon: frame.brand.icon })}
  >
    <a class="skip" href="#main">
      {frame.reader.t('common.skip')}
    </a>
    <ViewBanner frame={frame} />
    {children}
  </Document>
);
