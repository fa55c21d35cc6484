import type { Settings } from '#env.ts';
import { encodeBase32 } from '#lib/ids.ts';
import { hmac, sameSecret } from '#lib/secrets.ts';

type ReplySettings = Pick<Settings, 'replyKey' | 'inboundDomain'>;

/** Whose answer belongs where: all three are numbers that never change or come again. */
export interface ReplyTarget {
  readonly tenantNumber: number;
  readonly ticketNumber: number;
  readonly contactNumber: number;
}

const version = 1;
const macBytes = 12;
const form = /^reply\+([0-9a-hjkmnp-tv-z]{40})@/;

/**
 * The address that a contact's answer to mail about one ticket goes to. It
 * stays in people's mail programs for ever: this format is never changed, a
 * new one gets a new version. 32 bits a number; a RangeError beyond.
 */
export async function replyAddress(settings: ReplySettings, target: ReplyTarget): Promise<string> {
  const body = new Uint8Array(13);
  const view = new DataView(body.buffer);
  view.setUint8(0, version);
  for (const [index, value] of [target.tenantNumber, target.ticketNumber, target.contactNumber].entries()) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
      throw new RangeError('No number of a reply address');
    view.setUint32(1 + index * 4, value);
  }
  const mac = (await hmac(settings.replyKey, purposed(body))).slice(0, macBytes);
  return `reply+${encodeBase32(new Uint8Array([...body, ...mac]))}@${settings.inboundDomain}`;
}

/** What a reply address of ours says; null for any other. Compared whole, in constant time, case folded. */
export async function parseReplyAddress(settings: ReplySettings, address: string): Promise<ReplyTarget | null> {
  const folded = address.toLowerCase();
  const encoded = form.exec(folded)?.[1];
  if (!encoded) return null;
  const view = new DataView(decodeBase32(encoded).buffer);
  const target = { tenantNumber: view.getUint32(1), ticketNumber: view.getUint32(5), contactNumber: view.getUint32(9) };
  return (await sameSecret(folded, await replyAddress(settings, target))) ? target : null;
}

/** Where answers to mail that takes none end up: they are refused with words. */
export const noReplyAddress = (settings: Pick<Settings, 'inboundDomain'>): string =>
  `no-reply@${settings.inboundDomain}`;

const purposed = (body: Uint8Array): Uint8Array =>
  new Uint8Array([...new TextEncoder().encode('reply-address|'), ...body]);

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** The reverse of `encodeBase32` for whole bytes. */
const decodeBase32 = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const character of text) {
    value = ((value << 5) | alphabet.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (value >>> bits) & 0xff;
    }
  }
  return bytes;
};
