import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';

type PageHeadProps = {
  /** Where live updates replace it. */
  id?: string;
  title: Child;
  back?: { href: string; label: string };
  /** To a place far below on the page. */
  jump?: { href: string; label: string };
  meta?: Child;
  children?: Child;
};

/** The page's heading, a way back above it, small facts below it, its actions (children) at the end of the line. */
export const PageHead = ({ id, title, back, jump, meta, children }: PageHeadProps) => (
  <div class="page-head" id={id}>
    {back && (
      <a class="back" href={back.href}>
        <Icon name="arrow-left" />
        {back.label}
      </a>
    )}
    {jump && (
      <a class="back jump" href={jump.href}>
        {jump.label}
        <Icon name="arrow-down" />
      </a>
    )}
    <h1>
      <bdi>{title}</bdi>
    </h1>
    {meta && <div class="meta">{meta}</div>}
    {children && <div class="actions">{children}</div>}
  </div>
);
