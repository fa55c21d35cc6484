import type { Reader } from './reader.ts';

export type FieldError = { field: string; message: string };

/** Above a form that came back: takes the focus and leads to each field (its control's id). */
export const ErrorSummary = ({ reader, errors }: { reader: Reader; errors: readonly FieldError[] }) =>
  errors.length === 0 ? null : (
    <section class="notice" data-tone="danger" aria-labelledby="errors-title" id="errors" tabindex={-1} autofocus>
      <h2 id="errors-title">{reader.t('common.errors', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li>
            <a href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
