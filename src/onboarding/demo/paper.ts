import type { Answers, FieldShape, FormDefinition, FormTest } from '#forms/definition.ts';

/** A field of the demo; its id comes with the tenant. */
export interface DemoField extends Pick<FieldShape, 'key' | 'type' | 'label' | 'access'> {
  readonly help?: string;
  /** By the ids that answers name. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly rules?: FieldShape['rules'];
  readonly inList?: boolean;
}

/** A form of the demo, published as its version 1. */
export interface DemoForm {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly icon: string;
  readonly group: string;
  /** Its team is named, for ids come with the tenant. */
  readonly definition: FormDefinition;
  readonly team?: string;
  readonly tests?: readonly Omit<FormTest, 'id'>[];
}

/** What requests ask at a company: fields, forms, teams, and what was answered on some requests. */
export interface DemoPaper {
  readonly fields: readonly DemoField[];
  readonly forms: readonly DemoForm[];
  readonly teams: readonly string[];
  /** What customers read of the form that every company begins with. */
  readonly usual: Pick<DemoForm, 'name' | 'description' | 'icon' | 'group'>;
  /** By the subject of a story: the form that it came by, and its answers; people by their short names. */
  readonly answers: Readonly<Record<string, { readonly form: string; readonly answers: Answers }>>;
}
