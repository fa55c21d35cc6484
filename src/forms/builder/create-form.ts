import { auditedIfChanged } from '#audit/audited.ts';
import { isDuplicate, runList } from '#db/run.ts';
import { encodeBase32 } from '#lib/ids.ts';
import { mustManage } from '#lib/rights.ts';
import type { FormDefinition } from '../definition.ts';
import { questionsOf } from '../form-places.ts';
import { type FormDesk, formEvent } from './change-form.ts';
import type { Form } from './form.ts';
import { insertForm, insertUses, type NewForm } from './form-queries.ts';
import { longestSlug, slugOf } from './form-slug.ts';

export type FormCreated =
  | { readonly outcome: 'done'; readonly formId: string }
  /** The tenant has as many forms as it may have. */
  | { readonly outcome: 'too_many' };

/**
 * A new form, which asks for subject and description; customers get it when it is published. Its id was made with the
 * page, so that pressing twice makes one.
 */
export async function createForm(desk: FormDesk, id: string, name: string): Promise<FormCreated> {
  const details = { name, description: '', icon: '', group: '', audience: '{"kind":"all"}', tests: '[]' };
  return insert(desk, { id, ...details, definition: emptyForm });
}

/** A copy of a form as its admins work on it, under another name. Nobody gets it before it is published. */
export async function duplicateForm(desk: FormDesk, id: string, form: Form, name: string): Promise<FormCreated> {
  const { description, icon, group, definition } = form;
  const copied = { audience: JSON.stringify(form.audience), tests: JSON.stringify(form.tests) };
  return insert(desk, { id, name, description, icon, group, definition, ...copied });
}

const emptyForm: FormDefinition = {
  intro: '',
  success: '',
  sections: [
    {
      id: 'request',
      title: '',
      text: '',
      questions: [
        { field: 'subject', required: true },
        { field: 'body', required: true },
      ],
    },
  ],
  outcome: { tags: [] },
};

type Content = Omit<NewForm, 'slug' | 'draft'> & { readonly definition: FormDefinition };

async function insert(desk: FormDesk, content: Content): Promise<FormCreated> {
  const { scope } = desk;
  mustManage(desk.by);
  const wished = slugOf(content.name) || 'form';
  const { id } = content;
  const draft = JSON.stringify(content.definition);
  const keys = questionsOf(content.definition).map(({ question }) => question.field);
  const add = async (slug: string, isLastTry: boolean): Promise<FormCreated> => {
    try {
      const [added] = await runList(scope.db, [
        insertForm(scope, { ...content, slug, draft }),
        auditedIfChanged(scope, formEvent(desk, id, 'form.added')),
        insertUses(scope, id, 'draft', keys),
      ]);
      return added === 0 ? { outcome: 'too_many' } : { outcome: 'done', formId: id };
    } catch (error) {
      if (!isDuplicate(error, 'forms')) throw error;
      if (!/forms\.slug/.test(String(error))) return { outcome: 'done', formId: id };
      if (isLastTry) throw error;
      return add(`${slug.slice(0, longestSlug - 6)}-${randomEnding()}`, true);
    }
  };
  return add(wished, false);
}

function randomEnding(): string {
  return encodeBase32(crypto.getRandomValues(new Uint8Array(3)));
}
