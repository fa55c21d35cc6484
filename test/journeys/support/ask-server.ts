import { request } from 'node:http';
import { at, port } from './places.ts';

export interface Answer {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly text: string;
}

/** A request without a browser. Node does not resolve names under localhost, so it goes to 127.0.0.1 with the host's name. */
export function askServer(
  host: string,
  path: string,
  { form, cookie }: { readonly form?: Readonly<Record<string, string>>; readonly cookie?: string } = {},
): Promise<Answer> {
  const headers = {
    Host: `${host}:${port}`,
    ...(cookie !== undefined && { Cookie: cookie }),
    ...(form && { Origin: at(host, ''), 'Content-Type': 'application/x-www-form-urlencoded' }),
  };
  return new Promise((resolve, reject) => {
    const method = form ? 'POST' : 'GET';
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      const cookies = answer.headers['set-cookie'] ?? [];
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, cookies, text }));
    });
    asked.on('error', reject).end(form && new URLSearchParams(form).toString());
  });
}
