import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { Person } from './company.ts';
import { backstagePath, port } from './places.ts';

interface Acts {
  readonly company: object;
  readonly 'sign-in': Person;
  readonly suspend: { readonly slug: string };
  readonly 'expire-links': { readonly slug: string };
  readonly restart: null;
}

/** Asks the server's process for what no visitor can do; gives its answer. Throws with its words when it fails. */
export async function backstage<Act extends keyof Acts>(act: Act, wish: Acts[Act]): Promise<string> {
  const door: { port: number } = JSON.parse(readFileSync(backstagePath(port), 'utf8'));
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: door.port, path: `/${act}`, method: 'POST' }, (answer) => {
      let words = '';
      answer.setEncoding('utf8').on('data', (text) => {
        words += text;
      });
      answer.on('end', () => (answer.statusCode === 200 ? resolve(words) : reject(new Error(`${act}: ${words}`))));
    });
    asked.on('error', reject).end(JSON.stringify(wish));
  });
}
