import type { Child } from 'hono/jsx';

/** A part of a page with its heading; `id` is where links to it lead. */
export const Part = ({ id, title, children }: { id: string; title: Child; children: Child }) => (
  <section class="settings-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
