import type { Reader } from './reader.ts';

export type Tab = {
  label: string;
  href: string;
  count?: number | undefined /** Where it is not known whole: `100+`. */;
  counted?: string;
  current: boolean;
};

/** Links to lists of one kind, with how much is in each. */
export const Tabs = ({ label, tabs, reader }: { label: string; tabs: readonly Tab[]; reader: Reader }) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map((tab) => (
      <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
        {tab.label}
        {tab.counted !== undefined && <span class="count">{tab.counted}</span>}
        {tab.count !== undefined && (
          <>
            <span class="count" aria-hidden="true">
              {tab.count > 999 ? '999+' : tab.count}
            </span>
            <span class="unseen">, {reader.t('requests.tabCount', { count: tab.count })}</span>
          </>
        )}
      </a>
    ))}
  </nav>
);
