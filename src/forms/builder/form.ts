import * as z from 'zod';
import type { SqlValue } from '#db/statement.ts';
import type { Audience, FormDefinition, FormTest, PublishedForm } from '../definition.ts';
import { readAudience, readDefinition, readPublished, readTests } from '../definition-shape.ts';

/** Where a form stands, and for whom. */
export interface FormDetails {
  readonly name: string;
  /** Its name in addresses. */
  readonly slug: string;
  readonly description: string;
  readonly icon: string;
  readonly group: string;
  readonly audience: Audience;
}

/** A form in the list. */
export interface ListedForm extends FormDetails {
  readonly id: string;
  readonly isDefault: boolean;
  readonly isRetired: boolean;
  readonly hasDraft: boolean;
  /** Null: never published. */
  readonly version: number | null;
}

/** A form to work on. */
export interface Form extends ListedForm {
  /** As admins work on it: the draft, or what is published. */
  readonly definition: FormDefinition;
  /** Grows with every change. */
  readonly seq: number;
  readonly tests: readonly FormTest[];
  readonly published: PublishedForm | null;
}

export interface FormVersion {
  readonly version: number;
  readonly publishedAt: number;
  /** Null: it came with the tenant. */
  readonly publishedBy: string | null;
}

/** The columns that `listedFormOf` reads, of `forms f`. */
export const listedColumns = `f.id as id, f.slug as slug, f.name as name, f.is_default as isDefault,
  f.description as description, f.icon as icon, f.group_name as groupName, f.audience as audience,
  f.draft is not null as hasDraft, f.published_version as version, f.retired_at as retiredAt`;

type Row = Readonly<Record<string, SqlValue>>;

export function listedFormOf(row: Row): ListedForm {
  const text = (column: string) => String(row[column]);
  return {
    id: text('id'),
    slug: text('slug'),
    name: text('name'),
    description: text('description'),
    icon: text('icon'),
    group: text('groupName'),
    audience: readAudience(text('audience')),
    isDefault: row['isDefault'] === 1,
    isRetired: row['retiredAt'] !== null,
    hasDraft: row['hasDraft'] === 1,
    version: row['version'] === null ? null : Number(row['version']),
  };
}

/** The columns that `formOf` reads besides. */
export const formColumns = `${listedColumns}, f.draft as draft, f.draft_seq as seq, f.tests as tests,
  (select v.definition from form_versions v where v.tenant_id = f.tenant_id and v.form_id = f.id
    and v.version = f.published_version) as published`;

export function formOf(row: Row): Form {
  const json = (column: string) => (row[column] === null ? null : String(row[column]));
  const [draft, stored] = [json('draft'), json('published')];
  return {
    ...listedFormOf(row),
    definition: draft === null ? workingCopy(stored) : readDefinition(draft),
    seq: Number(row['seq']),
    tests: readTests(String(row['tests'])),
    published: stored === null ? null : readPublished(stored),
  };
}

/** A version as it is stored says which questions begin with their field's own default: those follow it again. */
export interface StoredForm extends PublishedForm {
  readonly usual: readonly string[];
}

const usualKeys = z.object({ usual: z.array(z.string()).default([]) });

function workingCopy(stored: string | null): FormDefinition {
  if (stored === null) return { intro: '', success: '', sections: [], outcome: { tags: [] } };
  const { usual } = usualKeys.parse(JSON.parse(stored));
  const form = readDefinition(stored);
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      usual.includes(question.field) ? { ...question, initial: undefined } : question,
    ),
  }));
  return { ...form, sections };
}
