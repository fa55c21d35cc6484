import * as z from 'zod';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import { askableForm, type FormerQuestion, formerQuestions } from './askable-form.ts';
import { anyVersion, earlierVersion, usableForms } from './asked-form-queries.ts';
import type { PublishedForm } from './definition.ts';
import { readPublished } from './definition-shape.ts';
import { standingsShape } from './field-standing.ts';
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

/** A form to fill in: of what is published at this moment, what may be asked at this moment. */
export interface AskedForm extends OfferedForm, PublishedForm {
  readonly version: number;
  /** What the version asked when it was published and asks no more. */
  readonly former: readonly FormerQuestion[];
}

export interface Offer {
  readonly forms: readonly OfferedForm[];
  /** The wanted one; null where it is not there, or not for this asker. */
  readonly wanted: AskedForm | null;
}

/** The forms that the asker may use, and the wanted one of them in full. */
export function offerForms(scope: TenantScope, asker: Asker, wanted: WantedForm): Statement<Offer> {
  return mapped(usableForms(scope, asker, wanted), (rows) => {
    const full = rows.find((row) => row.wanted !== null);
    return { forms: rows, wanted: full?.wanted ? askedForm(full, full.wanted) : null };
  });
}

/** What the page asked that a form was sent from; nothing where the version is published still, or there is none. */
export function earlierQuestions(
  scope: TenantScope,
  asker: Asker,
  sent: SentForm | null,
): Statement<readonly FormerQuestion[]> {
  return mapped(earlierVersion(scope, asker, sent ?? noForm), questionsIn);
}

/** What the page asked that a form was sent from, though its sender may not use the form any more. */
export function questionsOnPage(scope: TenantScope, sent: SentForm | null): Statement<readonly FormerQuestion[]> {
  return mapped(anyVersion(scope, sent ?? noForm), questionsIn);
}

const noForm: SentForm = { formId: '', version: 0 };

function questionsIn(json: string | null): readonly FormerQuestion[] {
  if (json === null) return [];
  const { published, standings } = readVersion(json);
  return formerQuestions(published, standings);
}

function askedForm(row: OfferedForm & { readonly version: number }, json: string): AskedForm {
  const { published, standings } = readVersion(json);
  const { form, former } = askableForm(published, standings);
  const { id, slug, description, icon, group, version } = row;
  return { ...form, id, slug, description, icon, group, version, former };
}

const versionToday = z.object({ definition: z.string().transform(readPublished), standings: standingsShape });

function readVersion(json: string) {
  const { definition: published, standings } = versionToday.parse(JSON.parse(json));
  return { published, standings };
}
