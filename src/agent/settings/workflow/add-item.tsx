import { categories } from '#db/schema/tickets.ts';
import type { Kind } from '#tickets/workflow/item.ts';
import { Button } from '#ui/button.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { Again } from './again.ts';
import { kindHref } from './place.ts';

interface AddItemProps {
  readonly reader: Reader;
  readonly kind: Kind;
  readonly newId: string;
  readonly again: Again | null;
}

/** One more of a kind; its id is made with the form, so that two presses add one. */
export const AddItem = ({ reader, kind, newId, again }: AddItemProps) => {
  const { t } = reader;
  return (
    <Part id="add" title={t(`workflow.${kind}.add`)}>
      <form class="form" method="post" action={kindHref(kind)} autocomplete="off">
        <HiddenFields fields={{ id: newId }} />
        <TextField
          reader={reader}
          id="new-label"
          name="label"
          label={t('workflow.label')}
          value={again?.typed.label ?? ''}
          error={again?.faults.label}
          required
        />
        {kind === 'status' && (
          <>
            <TextField
              reader={reader}
              id="new-public_label"
              name="public_label"
              label={t('workflow.publicLabel')}
              hint={t('workflow.publicLabelHint')}
              value={again?.typed.publicLabel ?? ''}
              error={again?.faults.public_label}
            />
            <Select
              reader={reader}
              id="new-category"
              name="category"
              label={t('workflow.category')}
              hint={t('workflow.categoryHint')}
              options={categories.map((value) => ({ value, label: t(`workflow.category.${value}`) }))}
              value={again?.category ?? 'open'}
              required
            />
          </>
        )}
        <div class="actions">
          <Button look="primary">{t(`workflow.${kind}.add`)}</Button>
        </div>
      </form>
    </Part>
  );
};
