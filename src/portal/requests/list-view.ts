import type { Results } from '#db/statement.ts';
import type { Contact } from '#lib/actor.ts';
import type { loadRequestList, RequestListInput, RequestListItem } from '#tickets/portal-list-page.ts';
import type { Reader } from '#ui/reader.ts';
import type { RequestRowView } from '#ui/request-list.tsx';
import type { Tab } from '#ui/tabs.tsx';
import { authorName } from '../author-name.ts';
import { listHref } from './list-query.ts';

/** Why there is no row: nobody ever asked, the tab is empty, or all of it is older than a year. */
export type Emptiness = 'first' | 'open' | 'solved' | 'year';

export interface ListView {
  readonly title: string;
  readonly rows: readonly RequestRowView[];
  readonly empty: Emptiness | null;
  readonly tabs: readonly Tab[];
  readonly range: { readonly all: boolean; readonly otherHref: string };
  readonly newestHref: string | undefined;
  readonly olderHref: string | undefined;
  /** Where the list's pieces come from anew; null on older pages, which stand still. */
  readonly updatesHref: string | null;
}

type Rows = Results<ReturnType<typeof loadRequestList>>;

export function listView(reader: Reader, actor: Contact, input: RequestListInput, { page, counts }: Rows): ListView {
  const { tab, all, before } = input;
  const { t } = reader;
  const tabOf = (name: RequestListInput['tab']): Tab => ({
    label: t(`requests.tab.${name}`),
    href: listHref({ tab: name, all }),
    count: counts[name],
    current: name === tab,
  });
  return {
    title:
      actor.sees === 'account' ? t('requests.titleAccount', { workspace: actor.accountName }) : t('requests.titleOwn'),
    rows: page.items.map((item) => rowView(reader, actor, item)),
    empty: page.items.length > 0 ? null : emptiness(input, counts),
    tabs: [tabOf('open'), tabOf('solved')],
    range: { all, otherHref: listHref({ tab, all: !all }) },
    newestHref: before ? listHref({ tab, all }) : undefined,
    olderHref: page.next ? listHref({ tab, all, before: page.next }) : undefined,
    updatesHref: before || actor.viewedBy ? null : listHref({ tab, all }, '/requests/updates'),
  };
}

function emptiness({ tab, all }: RequestListInput, counts: Rows['counts']): Emptiness {
  if (counts.open + counts.solved === 0) return 'first';
  return counts[tab] > 0 && !all ? 'year' : tab;
}

function rowView(reader: Reader, actor: Contact, item: RequestListItem): RequestRowView {
  const { requester, last } = item;
  const nameOf = (name: string) => authorName(reader, name, actor.accountName);
  return {
    number: item.number,
    href: `/requests/${item.number}${item.unread ? '#new' : ''}`,
    subject: item.subject,
    status: { category: item.category, label: item.publicLabel },
    unread: item.unread,
    requester:
      actor.sees === 'account' || !requester.isMe
        ? { name: nameOf(requester.name), isReader: requester.isMe }
        : undefined,
    lastMessage: { author: nameOf(last.name), byReader: last.isMe, at: last.at },
  };
}
