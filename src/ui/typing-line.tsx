import type { Reader } from './reader.ts';

/** *Amir is writing…* under a thread of the portal; its room is kept, so nothing moves. */
export const TypingLine = ({ reader }: { reader: Reader }) => (
  <p class="typing" aria-live="polite" data-typing data-words-typing={reader.t('live.typing', { name: '{name}' })} />
);
