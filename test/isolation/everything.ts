import { env } from 'cloudflare:workers';

/** Tables in which somebody's words or rights could have changed. */
const tables = [
  'tickets',
  'ticket_people',
  'ticket_counts',
  'messages',
  'message_versions',
  'notes',
  'events',
  'outbox',
  'submissions',
  'read_marks',
  'accounts',
  'account_domains',
  'contacts',
  'memberships',
  'agents',
  'tenant_settings',
  'invitations',
  'access_requests',
  'contact_addresses',
  'ticket_links',
  'view_as_tokens',
  'handoff_keys',
];

/** All that stands in those tables and some others, for a comparison before and after. */
export async function everything(others: readonly string[] = []): Promise<string> {
  const all = [...tables, ...others];
  const results = await env.DB.batch(all.map((table) => env.DB.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)));
  return JSON.stringify(results.map(({ results: rows }) => rows));
}
