import { env } from 'cloudflare:workers';
import type { Audience, FormDefinition, Question, Section } from '#forms/definition.ts';
import type { Field } from '#forms/fields/field.ts';
import { newId } from '#lib/ids.ts';
import type { TestTenant } from './new-tenant.ts';

interface FormWish extends Partial<Omit<FormDefinition, 'sections'>> {
  readonly name?: string;
  readonly slug?: string;
  readonly description?: string;
  readonly icon?: string;
  readonly group?: string;
  readonly audience?: Audience;
  /** Asked after subject and description; or whole sections, those two in the first of them. */
  readonly questions?: readonly (Partial<Question> & { readonly field: string })[];
  readonly sections?: readonly (Partial<Section> & { readonly id: string })[];
  readonly fields?: readonly Field[];
}

export interface TestForm {
  readonly id: string;
  readonly slug: string;
  readonly path: string;
  /** Publishes it anew. */
  publish(change: FormWish): Promise<void>;
}

const first = ['subject', 'body'].map((field) => ({ field, required: true }));
let made = 0;

/** A published form of the tenant, beside the one that it began with. */
export async function newForm(tenant: TestTenant, wish: FormWish = {}): Promise<TestForm> {
  made += 1;
  const id = newId('form', Date.now());
  const { name = `Form ${made}`, slug = `form-${made}`, description = '', icon = '', group = '' } = wish;
  const audience = JSON.stringify(wish.audience ?? { kind: 'all' });
  await env.DB.prepare(
    `insert into forms (tenant_id, id, slug, name, is_default, description, icon, group_name, position, audience)
     values (?, ?, ?, ?, 0, ?, ?, ?, ?, ?)`,
  )
    .bind(tenant.id, id, slug, name, description, icon, group, made, audience)
    .run();
  let version = 0;
  const publish = async (change: FormWish) => {
    version += 1;
    const definition = JSON.stringify(definitionOf({ name, ...change }));
    await env.DB.batch([
      env.DB.prepare(
        'insert into form_versions (tenant_id, form_id, version, definition, published_at) values (?, ?, ?, ?, 1)',
      ).bind(tenant.id, id, version, definition),
      env.DB.prepare('update forms set published_version = ? where id = ?').bind(version, id),
    ]);
  };
  await publish(wish);
  return { id, slug, path: `/requests/new/${slug}`, publish };
}

/** Takes the form away that every tenant begins with. */
export async function retireFirstForm(tenant: TestTenant): Promise<void> {
  await env.DB.prepare('update forms set retired_at = 1 where tenant_id = ? and is_default = 1').bind(tenant.id).run();
}

function definitionOf({ name, intro = '', success = '', outcome = { tags: [] }, fields = [], ...wish }: FormWish) {
  const questionOf = (question: Partial<Question> & { readonly field: string }) => ({ required: false, ...question });
  const sections = wish.sections ?? [{ id: 'all', questions: (wish.questions ?? []).map(questionOf) }];
  return {
    name,
    intro,
    success,
    outcome,
    fields: fields.map(({ id, key, type, label, help, choices, rules, access }) => ({
      ...{ id, key, type, label, help, choices, rules, access },
    })),
    sections: sections.map((section, at) => ({
      ...{ title: '', text: '', ...section },
      questions: [...(at === 0 ? first : []), ...(section.questions ?? [])],
    })),
  };
}
