import { encodeBase32 } from '#lib/ids.ts';
import { keyedHash } from '#lib/secrets.ts';

const howMany = 10;

/** Ten codes of 80 random bits, in groups of four letters as people copy them. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: howMany }, () => {
    const text = encodeBase32(crypto.getRandomValues(new Uint8Array(10)));
    return text.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** What is stored of one; `code` without its hyphens. */
export function recoveryHash(pepper: string, email: string, code: string): Promise<string> {
  return keyedHash(pepper, 'recovery', email, code);
}
