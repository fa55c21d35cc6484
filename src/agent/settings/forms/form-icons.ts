import type { IconName } from '#ui/icon.tsx';

/** The pictures that a form may have, the usual one first. */
export const formIcons = [
  'message',
  'alert',
  'clock',
  'inbox',
  'info',
  'key',
  'lock',
  'mail',
  'people',
  'person',
  'search',
  'settings',
  'swap',
  'team',
] as const satisfies readonly IconName[];
