import { Agent, request } from 'node:http';

export interface Target {
  readonly host: string;
  readonly path: string;
  readonly cookie: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly timing: string;
  readonly ms: number;
}

export type Client = { get(target: Target): Promise<Answer>; close(): void };

/** Asks a local port over so many connections, which stay open. */
export function newClient(port: number, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const get = ({ host, path, cookie }: Target) =>
    new Promise<Answer>((resolve, reject) => {
      const started = performance.now();
      const headers = { Host: host, Cookie: cookie };
      const asked = request({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const ms = performance.now() - started;
          const timing = String(response.headers['server-timing'] ?? '');
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), timing, ms });
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  return { get, close: () => agent.destroy() };
}
