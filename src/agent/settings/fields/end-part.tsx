import type { Field } from '#forms/fields/field.ts';
import { type FieldUse, isUsed } from '#forms/fields/find-field.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { askedByWords } from './asked-by-words.ts';
import { fieldHref } from './place.ts';

/** Retiring, and deleting what nothing uses. */
export const EndPart = ({ reader, field, use }: { reader: Reader; field: Field; use: FieldUse }) => {
  const { t } = reader;
  return (
    <Part id="end" title={t('fieldSettings.end')}>
      <p class="hint">{t(field.isRetired ? 'fieldSettings.retiredText' : 'fieldSettings.retireText')}</p>
      <AskedBy reader={reader} field={field} use={use} />
      <p class="hint">{t(isUsed(use) ? 'fieldSettings.usedText' : 'fieldSettings.deleteText')}</p>
      <div class="actions">
        <form method="post" action={`${fieldHref(field)}/${field.isRetired ? 'restoration' : 'retirement'}`}>
          <Button>{t(field.isRetired ? 'fieldSettings.restore' : 'fieldSettings.retire')}</Button>
        </form>
        {!isUsed(use) && (
          <ButtonLink href={`${fieldHref(field)}/deletion`} look="danger">
            {t('fieldSettings.delete')}
          </ButtonLink>
        )}
      </div>
    </Part>
  );
};

const AskedBy = ({ reader, field, use }: { reader: Reader; field: Field; use: FieldUse }) => {
  const words = askedByWords(reader, field, use);
  return words === null ? null : <p class="hint">{words}</p>;
};
