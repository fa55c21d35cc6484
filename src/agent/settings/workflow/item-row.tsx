import { fellowsOf, type Item, type Kind, mayRetire } from '#tickets/workflow/item.ts';
import { Button } from '#ui/button.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { IconPress } from '../../icon-press.tsx';
import { Press } from '../../press.tsx';
import type { Again } from './again.ts';
import { itemHref } from './place.ts';

interface ItemRowProps {
  readonly reader: Reader;
  readonly kind: Kind;
  readonly item: Item;
  readonly all: readonly Item[];
  readonly again: Again | null;
}

/** One of them: its words, its place, and its end. */
export const ItemRow = ({ reader, kind, item, all, again }: ItemRowProps) => {
  const { t } = reader;
  const { id, label } = item;
  const mine = again?.id === id ? again : null;
  const typed = mine?.typed ?? item;
  return (
    <li>
      <form
        class={kind === 'status' ? 'choice-row pair' : 'choice-row'}
        method="post"
        action={itemHref(kind, item)}
        autocomplete="off"
      >
        <TextField
          reader={reader}
          id={`${id}-label`}
          name="label"
          label={t('workflow.named', { name: label })}
          value={typed.label}
          error={mine?.faults.label}
          hiddenLabel
          required
        />
        {kind === 'status' && (
          <TextField
            reader={reader}
            id={`${id}-public_label`}
            name="public_label"
            label={t('workflow.publicNamed', { name: label })}
            value={typed.publicLabel}
            error={mine?.faults.public_label}
            hiddenLabel
          />
        )}
        <Button look="quiet">
          {t('workflow.rename')}
          <span class="unseen"> {label}</span>
        </Button>
      </form>
      <Presses {...{ reader, kind, item, all }} />
    </li>
  );
};

const Presses = ({ reader: { t }, kind, item, all }: Omit<ItemRowProps, 'again'>) => {
  const fellows = fellowsOf(all, item);
  const at = fellows.findIndex(({ id }) => id === item.id);
  const press = (to: string, words: string) => (
    <Press action={`${itemHref(kind, item)}/${to}`} label={words} of={item.label} />
  );
  const move = (to: 'up' | 'down') => (
    <IconPress
      action={`${itemHref(kind, item)}/place`}
      fields={{ to }}
      label={t(`workflow.${to}`)}
      of={item.label}
      icon={`arrow-${to}`}
    />
  );
  if (item.isRetired) return <span class="presses">{press('restoration', t('workflow.restore'))}</span>;
  return (
    <span class="presses">
      {item.isDefault && <span class="pill">{t('workflow.usual')}</span>}
      {kind === 'priority' && !item.isDefault && press('default', t('workflow.makeUsual'))}
      {at > 0 && move('up')}
      {at < fellows.length - 1 && move('down')}
      {mayRetire(all, item) && press('retirement', t('workflow.retire'))}
    </span>
  );
};
