import { fieldId } from '#ui/field-control.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';

/** A field that has to be filled in before the ticket is solved. */
export interface NeededField {
  readonly key: string;
  readonly label: string;
}

/** What holds solving back, with the way to each field's control. */
export const NeededNotice = ({ reader, fields }: { reader: Reader; fields: readonly NeededField[] }) => (
  <Notice tone="warning" focus>
    <p>{reader.t('fields.needed.missing', { count: fields.length })}</p>
    <ul>
      {fields.map(({ key, label }) => (
        <li>
          <a href={`#${fieldId(key)}`}>
            <bdi>{label}</bdi>
          </a>
        </li>
      ))}
    </ul>
  </Notice>
);
