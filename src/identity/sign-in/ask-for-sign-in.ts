import type { Settings } from '#env.ts';
import { addressHash, newChallenge } from './challenge.ts';
import type { SignInMessage } from './sign-in-message.ts';

export interface SignInDoor {
  readonly settings: Pick<Settings, 'pepper'>;
  readonly limiter: RateLimit;
  readonly queue: Queue<SignInMessage>;
}

export interface Ask {
  /** Null: an agent asks. */
  readonly tenantId: string | null;
  readonly host: string;
  /** Normalized. */
  readonly address: string;
  readonly returnTo: string;
  readonly client: string;
  readonly askedFrom: string;
  /** The invitation that its use accepts. */
  readonly invitation?: { readonly tenantId: string; readonly id: string };
  readonly now: number;
}

/**
 * Asks for a link and a code: the same work for every address, known or not,
 * and nothing written but one message. Answers with the challenge's hash, which
 * binds the code to the browser that asked; null: too many asks in a minute.
 */
export async function askForSignIn(door: SignInDoor, ask: Ask): Promise<string | null> {
  const { pepper } = door.settings;
  const realm = ask.tenantId ?? 'agent';
  const byClient = await isWithin(door.limiter, `client|${realm}|${ask.client}`);
  const byAddress = await isWithin(door.limiter, `address|${await addressHash(pepper, realm, ask.address)}`);
  if (!byClient || !byAddress) return null;
  const { token, code, hash } = await newChallenge(pepper, realm);
  const { now, invitation = null, ...asked } = ask;
  await door.queue.send({ ...asked, invitation, token, code, askedAt: now });
  return hash;
}

/** A limiter that fails lets pass: the exact limits are counted when the mail is to be sent. */
async function isWithin(limiter: RateLimit, key: string): Promise<boolean> {
  try {
    return (await limiter.limit({ key })).success;
  } catch {
    return true;
  }
}
