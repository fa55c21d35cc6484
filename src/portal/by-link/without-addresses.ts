import type { NamesById } from '#forms/value-words.ts';
import { isId } from '#lib/ids.ts';
import type { PublicEntry } from '#tickets/entries.ts';
import type { PortalThread } from '#tickets/portal-thread-page.ts';

/**
 * A thread for who knows whom: addresses are for the account's own people, so
 * whoever has said no name is called `somebody`, in fields too.
 */
export function withoutAddresses(thread: PortalThread, somebody: string): PortalThread {
  const types = new Map(thread.values.map(({ field }) => [field.id, field.type]));
  const namesPeople = (fieldId: string) => (types.get(fieldId) ?? 'person') === 'person';
  return {
    ...thread,
    values: thread.values.map((held) => ({ ...held, names: named(held.names, somebody) })),
    sent: thread.sent && { ...thread.sent, names: named(thread.sent.names, somebody) },
    entries: thread.entries.map((entry) => withoutAddress(entry, namesPeople, somebody)),
  };
}

const isAddress = (text: string) => /^\S+@\S+$/.test(text);

function named(names: NamesById, somebody: string): NamesById {
  const nameOf = (id: string, name: string) => (isId('contact', id) && isAddress(name) ? somebody : name);
  return Object.fromEntries(Object.entries(names).map(([id, name]) => [id, nameOf(id, name)]));
}

function withoutAddress(entry: PublicEntry, namesPeople: (fieldId: string) => boolean, somebody: string): PublicEntry {
  const { author } = entry;
  const said = author.guest === undefined ? entry : { ...entry, author: { ...author, guest: '' } };
  if (said.kind !== 'event' || said.event.kind !== 'field' || !namesPeople(said.event.field.id)) return said;
  const { from, to } = said.event;
  const plain = (text: string) => (isAddress(text) ? somebody : text);
  return { ...said, event: { ...said.event, from: plain(from), to: plain(to) } };
}
