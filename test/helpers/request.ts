import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { handleRequest } from '#app.ts';
import { testEnv } from './post-office.ts';

export const agentHost = `app.${env.PLATFORM_DOMAIN}`;

export interface RequestOptions {
  readonly method?: string;
  /** Sent as a form; makes it a POST. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly body?: BodyInit;
  /** The Cookie header. */
  readonly cookie?: string;
  /** As CF-Connecting-IP; one of its own for each request unless told. */
  readonly client?: string;
  /** Change or, with null, remove what a browser would send. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Bindings in the place of the test's own. */
  readonly env?: Env;
}

let clients = 0;

/**
 * Asks the Worker at a host as a browser on our own page would: same origin,
 * redirects not followed. Comes back when the work after the answer is done too.
 */
export async function request(host: string, path: string, options: RequestOptions = {}): Promise<Response> {
  const origin = `https://${host}`;
  const method = options.method ?? (options.form || options.body ? 'POST' : 'GET');
  const body = options.form ? new URLSearchParams(options.form).toString() : options.body;
  const headers = headersOf(options, method, origin);
  const ctx = createExecutionContext();
  const init = { method, headers, redirect: 'manual', ...(body !== undefined && { body }) } as const;
  const response = await handleRequest(new Request(`${origin}${path}`, init), options.env ?? testEnv(), ctx);
  await waitOnExecutionContext(ctx);
  return response;
}

function headersOf(options: RequestOptions, method: string, origin: string): Headers {
  const headers = new Headers({ 'CF-Connecting-IP': options.client ?? newClient() });
  if (method !== 'GET' && method !== 'HEAD') headers.set('Origin', origin);
  if (options.form) headers.set('Content-Type', 'application/x-www-form-urlencoded');
  if (options.cookie) headers.set('Cookie', options.cookie);
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return headers;
}

/** A line of its own, so that no limit by client joins one test to another. */
function newClient(): string {
  clients += 1;
  return `2001:db8:${(clients >> 16).toString(16)}:${(clients & 0xffff).toString(16)}::1`;
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
}

/** The value of a form's field in a page. */
export function fieldOf(html: string, name: string): string {
  const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  return /value="([^"]*)"/.exec(tag)?.[1] ?? '';
}
