import * as z from 'zod';

const status = z.object({ id: z.string(), category: z.string(), label: z.string() });
const named = z.object({ id: z.string(), name: z.string() });
/** Values in words, as they read then; empty: none. `files`: of a file field, what it held and holds. */
const fieldChange = z.object({
  field: named,
  from: z.string(),
  to: z.string(),
  files: z.object({ from: z.array(named), to: z.array(named) }).optional(),
});

/** What agents may read of an event, by its kind; `events.data` holds it as JSON. */
const internal = {
  opened: z.object({}),
  status: z.object({ from: status, to: status }),
  priority: z.object({ from: named, to: named }),
  assignee: z.object({ from: named.nullable(), to: named.nullable() }),
  team: z.object({ from: named.nullable(), to: named.nullable() }),
  tags: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  field: fieldChange,
  person: z.object({ person: named, change: z.enum(['added', 'removed', 'left']) }),
  /** `entry`: the message's number. */
  edited: z.object({ entry: z.number() }),
};

/**
 * What contacts may read, as JSON in `events.public_data`. A change of status
 * tells public labels only, one of a field is public where contacts may read it.
 * Events of other kinds are internal.
 */
const open = {
  opened: z.object({}),
  status: z.object({ change: z.enum(['solved', 'reopened', 'closed', 'label']), label: z.string() }),
  /** Shown only while contacts may read that field: who loads events looks (a field can be closed to them later). */
  field: fieldChange,
  /** No line of the thread says it, the message does: its number moves pages that are open on to the new words. */
  edited: z.object({ entry: z.number() }),
};

export type EventKind = keyof typeof internal;

type Tagged<Shapes extends Readonly<Record<string, z.ZodObject>>> = {
  readonly [K in keyof Shapes]: z.infer<Shapes[K]> extends Record<string, never>
    ? { readonly kind: K }
    : { readonly kind: K } & Readonly<z.infer<Shapes[K]>>;
}[keyof Shapes];

export type EventData = Tagged<typeof internal>;
export type PublicEventData = Tagged<typeof open>;
/** Those that a line of the thread tells contacts of. */
export type ShownEventData = Exclude<PublicEventData, { kind: 'edited' }>;

/** Throws on JSON that no version of ours wrote. */
export function readEventData(kind: EventKind, json: string): EventData {
  return { kind, ...internal[kind].parse(JSON.parse(json)) } as EventData;
}

/** Null for an event of a kind that contacts read no line of, whatever its row says. */
export function readPublicEventData(kind: EventKind, json: string | null): ShownEventData | null {
  if (json === null || (kind !== 'opened' && kind !== 'status' && kind !== 'field')) return null;
  return { kind, ...open[kind].parse(JSON.parse(json)) } as ShownEventData;
}
