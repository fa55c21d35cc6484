import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const fieldTypes = [
  'text',
  'long_text',
  'number',
  'decimal',
  'date',
  'select',
  'multi_select',
  'checkbox',
  'email',
  'url',
  'phone',
  'person',
  'file',
] as const;

export const portalAccesses = ['none', 'read', 'write'] as const;

/** A tenant's custom fields. A field in use is retired, never deleted. */
export const fields = sqliteTable(
  'fields',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    /** The control's name, and the field's in addresses and files. Fixed. */
    key: text('key').notNull(),
    /** Fixed. */
    type: text('type', { enum: fieldTypes }).notNull(),
    label: text('label').notNull(),
    help: text('help').notNull().default(''),
    /** JSON: [{"id","label","retired"?}] in order, of select and multi_select. */
    choices: text('choices').notNull().default('[]'),
    /** JSON: what a value must be like (forms/definition.ts, FieldRules). */
    rules: text('rules').notNull().default('{}'),
    /** JSON of the value that a new answer begins with; NULL: none. */
    defaultValue: text('default_value'),
    portalAccess: text('portal_access', { enum: portalAccesses }).notNull().default('none'),
    /** 1: a column of the portal's list, for those who may read it. */
    inList: integer('in_list').notNull().default(0),
    /** 1: agents fill it in before they solve. */
    neededToSolve: integer('needed_to_solve').notNull().default(0),
    position: integer('position').notNull(),
    createdAt: integer('created_at').notNull(),
    retiredAt: integer('retired_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), uniqueIndex('fields_key').on(t.tenantId, t.key)],
);

export const forms = sqliteTable(
  'forms',
  {
    tenantId: text('tenant_id').notNull(),
    id: text('id').notNull(),
    /** Its name in addresses. */
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    isDefault: integer('is_default').notNull(),
    description: text('description').notNull().default(''),
    /** Of the icons that forms may have (ui/icon.tsx); empty: the usual one. */
    icon: text('icon').notNull().default(''),
    /** Heading that it stands under where a request is begun; empty: none. */
    groupName: text('group_name').notNull().default(''),
    position: integer('position').notNull().default(0),
    /** JSON: who may use it (forms/definition.ts, Audience). */
    audience: text('audience').notNull().default('{"kind":"all"}'),
    /** JSON: the definition that admins work on; NULL: as published. */
    draft: text('draft'),
    /** Grows with every change of the draft: a stale page's change is refused. */
    draftSeq: integer('draft_seq').notNull().default(0),
    /** JSON: stored test cases (forms/definition.ts, FormTest). */
    tests: text('tests').notNull().default('[]'),
    /** The version that customers get; NULL: never published. */
    publishedVersion: integer('published_version'),
    createdAt: integer('created_at').notNull().default(0),
    retiredAt: integer('retired_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), uniqueIndex('forms_slug').on(t.tenantId, t.slug)],
);

/** What was published, with the fields as they were then. Never changed: tickets point here. */
export const formVersions = sqliteTable(
  'form_versions',
  {
    tenantId: text('tenant_id').notNull(),
    formId: text('form_id').notNull(),
    version: integer('version').notNull(),
    /** JSON: forms/definition.ts, PublishedForm. */
    definition: text('definition').notNull(),
    publishedAt: integer('published_at').notNull(),
    /** The agent's id; NULL: it came with the tenant. */
    publishedBy: text('published_by'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.formId, t.version] }),
    foreignKey({ columns: [t.tenantId, t.formId], foreignColumns: [forms.tenantId, forms.id] }),
  ],
);

/** Which fields the forms' drafts and published versions ask, so that a field's page can say where it is used. */
export const formFields = sqliteTable(
  'form_fields',
  {
    tenantId: text('tenant_id').notNull(),
    fieldId: text('field_id').notNull(),
    formId: text('form_id').notNull(),
    /** `draft`, or `published` for the version that customers get. */
    stage: text('stage', { enum: ['draft', 'published'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.fieldId, t.formId, t.stage] }),
    index('form_fields_form').on(t.tenantId, t.formId, t.stage),
    foreignKey({ columns: [t.tenantId, t.fieldId], foreignColumns: [fields.tenantId, fields.id] }),
    foreignKey({ columns: [t.tenantId, t.formId], foreignColumns: [forms.tenantId, forms.id] }),
  ],
);
