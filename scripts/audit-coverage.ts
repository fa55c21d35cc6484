/** Tables that say who may enter, and what they may see or do. */
const tables = [
  'accounts',
  'account_domains',
  'access_requests',
  'agents',
  'agent_passkeys',
  'agent_recovery_codes',
  'agent_totp',
  'contacts',
  'contact_addresses',
  'fields',
  'forms',
  'form_versions',
  'handoff_keys',
  'invitations',
  'memberships',
  'seats',
  'sessions',
  'tenant_settings',
  'ticket_links',
];

const camel = (table: string) => table.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const names = tables.flatMap((table) => [table, camel(table)]).join('|');
const writes = new RegExp(
  `\\b(?:insert into|update|delete from)\\s+(?:${names})\\b|\\.(?:insert|update|delete)\\((?:${names})\\)`,
  'i',
);
const records = /\baudited(?:IfChanged)?\(|insert into audit_entries/;

/** Files (path → text) of src/ that write such a table, by their queries, and themselves record nothing. */
export function unrecordedWrites(files: ReadonlyMap<string, string>): string[] {
  const queries = [...files].filter(([path]) => path.endsWith('queries.ts')).flatMap(([, text]) => functionsOf(text));
  const writing = queries.filter(({ body }) => writes.test(body)).map(({ name }) => name);
  const recording = recordingOf(queries);
  const calls = (text: string, called: readonly string[]) =>
    importedQueries(text).some((name) => called.includes(name));
  return [...files]
    .filter(([path, text]) => !path.endsWith('queries.ts') && calls(text, writing))
    .filter(([, text]) => !records.test(text) && !calls(text, recording))
    .map(([path]) => path)
    .sort();
}

/** The actions that each operation names, by its path. */
export function recordedActions(
  files: ReadonlyMap<string, string>,
  actions: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    [...files]
      .filter(([path, text]) => isOperation(path, text))
      .map(([path, text]) => [path, namedIn(text, actions)] as const)
      .filter(([, named]) => named.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The actions that nothing records, neither an operation nor a query that writes an entry with its change. */
export function unusedActions(files: ReadonlyMap<string, string>, actions: readonly string[]): string[] {
  const texts = [...files].filter(([path, text]) => isOperation(path, text) || records.test(text));
  const used = new Set(texts.flatMap(([, text]) => namedIn(text, actions)));
  return actions.filter((action) => !used.has(action));
}

function isOperation(path: string, text: string): boolean {
  if (path.endsWith('queries.ts') || path.startsWith('src/audit/')) return false;
  return path.startsWith('src/identity/') || records.test(text);
}

function namedIn(text: string, actions: readonly string[]): readonly string[] {
  return actions.filter((action) => text.includes(`'${action}'`)).sort();
}

/** Queries that write an entry, themselves or by one beside them. */
function recordingOf(queries: readonly Fn[]): string[] {
  const own = queries.filter(({ body }) => records.test(body)).map(({ name }) => name);
  const byAnother = queries.filter(({ body }) => own.some((name) => new RegExp(`\\b${name}\\(`).test(body)));
  return [...new Set([...own, ...byAnother.map(({ name }) => name)])];
}

interface Fn {
  readonly name: string;
  readonly body: string;
}

function importedQueries(text: string): string[] {
  const imports = text.matchAll(/import \{([^}]*)\} from '[^']*queries\.ts'/g);
  return [...imports].flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
}

function functionsOf(text: string): Fn[] {
  return text.split(/^(?=(?:export )?(?:async )?function \w)/m).flatMap((body) => {
    const name = /^(?:export )?(?:async )?function (\w+)/.exec(body)?.[1];
    return name === undefined ? [] : [{ name, body }];
  });
}
