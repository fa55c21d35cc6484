import { longestTag } from '#lib/tag-name.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import type { TagsView } from './ticket-view.ts';

/** What agents have tagged the ticket with: each goes by a press, more come by their names. */
export const TicketTags = ({ reader: { t }, tags }: { reader: Reader; tags: TagsView }) => (
  <div class="tags">
    <label for="add-tags">{t('agent.ticket.tags')}</label>
    {tags.names.length > 0 && (
      <ul aria-label={t('agent.ticket.tags')}>
        {tags.names.map((name) => (
          <li>
            <quiet-form>
              <form method="post" action={tags.action}>
                <input type="hidden" name="key" value={tags.key} />
                <button type="submit" class="tag" name="remove" value={name}>
                  <span class="unseen">{t('agent.ticket.removeTag')} </span>
                  <bdi>{name}</bdi>
                  <Icon name="cross" />
                </button>
              </form>
            </quiet-form>
          </li>
        ))}
      </ul>
    )}
    <quiet-form>
      <form method="post" action={tags.action} class="setting" autocomplete="off">
        <input type="hidden" name="key" value={tags.key} />
        <input
          type="text"
          id="add-tags"
          name="add"
          list="known-tags"
          maxlength={longestTag * 10}
          aria-describedby="add-tags-hint"
          required
        />
        <datalist id="known-tags">
          {tags.suggested.map((name) => (
            <option value={name} />
          ))}
        </datalist>
        <Button look="quiet">
          {t('agent.ticket.addTag')}
          <span class="unseen"> {t('agent.ticket.tags')}</span>
        </Button>
      </form>
    </quiet-form>
    <p class="hint" id="add-tags-hint">
      {t('agent.ticket.addTagsHint')}
    </p>
  </div>
);
