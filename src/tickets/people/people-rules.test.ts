import { expect, test } from 'vitest';
import { mayRemove, type OnTicket, type Remover } from './people-rules.ts';

const by = (id: string, role: 'admin' | 'member' = 'member'): Remover => ({ kind: 'contact', id, role });
const on = (contactId: string, addedBy: string | null = null): OnTicket => ({
  contactId,
  part: contactId === 'asker' ? 'requester' : 'participant',
  addedBy,
});

test.each([
  ['oneself', by('nils'), on('nils'), true],
  ['who asked, anybody', by('asker'), on('nils', 'marta'), true],
  ['an admin of the account, anybody', by('boss', 'admin'), on('nils'), true],
  ['whom one added', by('marta'), on('nils', 'marta'), true],
  ['an agent, anybody', { kind: 'agent' } as const, on('nils'), true],
  ['another’s guest', by('nora'), on('nils', 'marta'), false],
  ['who came by writing', by('nora'), on('nils'), false],
  ['who asked, by themselves', by('asker'), on('asker'), false],
  ['who asked, by an admin', by('boss', 'admin'), on('asker'), false],
  ['who asked, by an agent', { kind: 'agent' } as const, on('asker'), false],
])('taking off %s', (_what, remover, person, may) => {
  expect(mayRemove(remover, person, 'asker')).toBe(may);
});
