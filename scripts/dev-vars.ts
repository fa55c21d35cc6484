import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

const file = '.dev.vars';
const random = () => randomBytes(32).toString('base64url');

const secrets: Record<string, () => string> = {
  PEPPER: random,
  // The first of a comma-separated list signs, the others are still accepted.
  SESSION_KEYS: () => `k1:${random()}`,
  REPLY_KEY: random,
  SEAL_KEYS: () => `s1:${random()}`,
};

/** Gives each secret that .dev.vars lacks a random value, and leaves the others as they are. */
export function fillDevVars(): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const missing = Object.entries(secrets).filter(([name]) => !new RegExp(`^${name}=.`, 'm').test(text));
  const lines = missing.map(([name, make]) => `${name}=${make()}\n`).join('');
  if (lines) appendFileSync(file, text && !text.endsWith('\n') ? `\n${lines}` : lines, { mode: 0o600 });
}
