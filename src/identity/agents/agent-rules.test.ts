import { expect, test } from 'vitest';
import type { Agent, AgentRole } from '#lib/actor.ts';
import { rolesToGive, whyNotChange } from './agent-rules.ts';

const by = (role: AgentRole): Agent => ({
  kind: 'agent',
  id: 'me',
  name: '',
  email: '',
  role,
  zone: null,
  secretHash: '',
});

test.each([
  ['owner', 'me', 'owner', 'self'],
  ['admin', 'me', 'admin', 'self'],
  ['owner', 'other', 'owner', null],
  ['admin', 'other', 'owner', 'owner'],
  ['admin', 'other', 'admin', null],
  ['admin', 'other', 'agent', null],
] as const)('an %s and %s, an %s: %s', (mine, id, role, why) => {
  expect(whyNotChange(by(mine), { id, role })).toBe(why);
});

test('only owners make owners', () => {
  expect(rolesToGive('owner')).toContain('owner');
  expect(rolesToGive('admin')).not.toContain('owner');
});
