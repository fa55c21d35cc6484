import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['r', 'reply'],
  ['n', 'note'],
  ['a', 'assign'],
  ['e', 'solve'],
  ['/', 'search'],
  ['Ctrl Enter', 'send'],
  ['?', 'help'],
] as const;

/** The keys of the agent app: `<agent-keys>` listens and opens the list; without script there is neither. */
export const KeysHelp = ({ reader: { t } }: { reader: Reader }) => (
  <agent-keys>
    <button type="button" class="keys-button" data-keys-open>
      {t('agent.shortcuts')}
      <kbd>?</kbd>
    </button>
    <dialog class="keys" aria-labelledby="keys-title">
      <form method="dialog">
        <h2 id="keys-title">{t('agent.shortcuts')}</h2>
        <button type="submit" class="button quiet" aria-label={t('agent.keys.close')}>
          <Icon name="cross" />
        </button>
      </form>
      <dl>
        {keys.map(([key, does]) => (
          <div>
            <dt>{t(`agent.keys.${does}`)}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <label class="choice">
        <input type="checkbox" data-keys-off />
        {t('agent.keys.off')}
      </label>
    </dialog>
  </agent-keys>
);
