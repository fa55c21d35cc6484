import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import { earlierVersion, usableForms } from './asked-form-queries.ts';
import type { PublishedForm } from './definition.ts';
import { readPublished } from './definition-shape.ts';
import type { Asker, SentForm, WantedForm } from './wanted-form.ts';

/** A form as the page of all forms shows it. */
export interface OfferedForm {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly icon: string;
  /** Heading that it stands under; empty: none. */
  readonly group: string;
}

/** A form to fill in: what is published at this moment. */
export interface AskedForm extends OfferedForm, PublishedForm {
  readonly version: number;
}

export interface Offer {
  readonly forms: readonly OfferedForm[];
  /** The wanted one; null where it is not there, or not for this asker. */
  readonly wanted: AskedForm | null;
}

/** The forms that the asker may use, and the wanted one of them in full. */
export function offerForms(scope: TenantScope, asker: Asker, wanted: WantedForm): Statement<Offer> {
  return mapped(usableForms(scope, asker, wanted), (rows) => {
    const full = rows.find(({ definition }) => definition !== null);
    return {
      forms: rows,
      wanted: full?.definition ? { ...full, ...readPublished(full.definition) } : null,
    };
  });
}

/** What the page asked that a form was sent from; null: the version that is published still, or none. */
export function earlierForm(scope: TenantScope, asker: Asker, sent: SentForm | null): Statement<PublishedForm | null> {
  const statement = earlierVersion(scope, asker, sent ?? { formId: '', version: 0 });
  return mapped(statement, (definition) => (definition === null ? null : readPublished(definition)));
}
