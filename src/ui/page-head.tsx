import type { Child } from 'hono/jsx'

type PageHeadProps = { title: Child; back?: { href: string; label: string }; meta?: Child; children?: Child }

/** The page's heading, a way back above it, small facts below it, its actions (children) at the end of the line. */
export const PageHead = ({ title, back, meta, children }: PageHeadProps) => (
  <div class="page-head">
    {back && <a class="back" href={back.href}>{back.label}</a>}
    <div class="page-head-row">
      <h1 dir="auto">{title}</h1>
      {children && <div class="actions">{children}</div>}
    </div>
    {meta && <div class="meta">{meta}</div>}
  </div>
)
