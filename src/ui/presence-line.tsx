import type { Reader } from './reader.ts';

/** Who else is here or writing; script fills it, and without script it takes no room. */
export const PresenceLine = ({ reader }: { reader: Reader }) => (
  <p
    class="presence"
    role="status"
    data-presence
    data-words-viewing={reader.t('agent.presence.viewing', { name: '{name}' })}
    data-words-note={reader.t('agent.presence.writingNote', { name: '{name}' })}
    data-words-writing={reader.t('agent.presence.writing', { name: '{name}' })}
  />
);
