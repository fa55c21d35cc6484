import type { FieldType } from '#forms/definition.ts';
import type { Reader } from '#ui/reader.ts';
import { fieldsHref } from './place.ts';

/** The kinds of fields, each with what it is for and the way to its form. */
export const TypeList = ({ reader, types }: { reader: Reader; types: readonly FieldType[] }) => (
  <section class="settings-part">
    <p class="lede">{reader.t('fieldSettings.new.which')}</p>
    <ul class="field-types">
      {types.map((type) => (
        <li>
          <a href={`${fieldsHref}/new?type=${type}`}>{reader.t(`fieldSettings.type.${type}`)}</a>
          <p class="hint">{reader.t(`fieldSettings.means.${type}`)}</p>
        </li>
      ))}
    </ul>
  </section>
);
