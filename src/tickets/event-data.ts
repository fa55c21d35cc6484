import * as z from 'zod';

const status = z.object({ id: z.string(), category: z.string(), label: z.string() });
const named = z.object({ id: z.string(), name: z.string() });

/** What agents may read of an event, by its kind; `events.data` holds it as JSON. */
const internal = {
  opened: z.object({}),
  status: z.object({ from: status, to: status }),
  priority: z.object({ from: named, to: named }),
  assignee: z.object({ from: named.nullable(), to: named.nullable() }),
};

/**
 * What contacts may read, as JSON in `events.public_data`. A change of status
 * tells public labels only. Events of other kinds are internal.
 */
const open = {
  opened: z.object({}),
  status: z.object({ change: z.enum(['solved', 'reopened', 'closed', 'label']), label: z.string() }),
};

export type EventKind = keyof typeof internal;

type Tagged<Shapes extends Readonly<Record<string, z.ZodObject>>> = {
  readonly [K in keyof Shapes]: z.infer<Shapes[K]> extends Record<string, never>
    ? { readonly kind: K }
    : { readonly kind: K } & Readonly<z.infer<Shapes[K]>>;
}[keyof Shapes];

export type EventData = Tagged<typeof internal>;
export type PublicEventData = Tagged<typeof open>;

/** Throws on JSON that no version of ours wrote. */
export function readEventData(kind: EventKind, json: string): EventData {
  return { kind, ...internal[kind].parse(JSON.parse(json)) } as EventData;
}

/** Null for an event of a kind that contacts never read, whatever its row says. */
export function readPublicEventData(kind: EventKind, json: string | null): PublicEventData | null {
  if (json === null || (kind !== 'opened' && kind !== 'status')) return null;
  return { kind, ...open[kind].parse(JSON.parse(json)) } as PublicEventData;
}
