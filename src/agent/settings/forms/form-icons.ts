import type { IconName } from '#ui/icon.tsx';

/** The pictures that a form may have, the usual one first: each of another outline, so that they are told apart at 16 px. */
export const formIcons = [
  'message',
  'question',
  'alert',
  'bolt',
  'wrench',
  'card',
  'cart',
  'box',
  'truck',
  'calendar',
  'people',
  'key',
  'file',
  'globe',
  'phone',
  'idea',
  'book',
  'heart',
] as const satisfies readonly IconName[];
