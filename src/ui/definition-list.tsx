import type { Child } from 'hono/jsx';

export type Fact = { term: string; value: Child };

/** Facts beside a thread. */
export const DefinitionList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map((fact) => (
      <div>
        <dt>{fact.term}</dt>
        <dd>{fact.value}</dd>
      </div>
    ))}
  </dl>
);
