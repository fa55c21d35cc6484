import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';

type PageHeadProps = { title: Child; back?: { href: string; label: string }; meta?: Child; children?: Child };

/** The page's heading, a way back above it, small facts below it, its actions (children) at the end of the line. */
export const PageHead = ({ title, back, meta, children }: PageHeadProps) => (
  <div class="page-head">
    {back && (
      <a class="back" href={back.href}>
        <Icon name="arrow-left" />
        {back.label}
      </a>
    )}
    <h1 dir="auto">{title}</h1>
    {meta && <div class="meta">{meta}</div>}
    {children && <div class="actions">{children}</div>}
  </div>
);
