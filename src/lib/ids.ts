const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford base32, lower case

const prefixes = {
  tenant: 'ten',
  agent: 'agt',
  account: 'acc',
  contact: 'con',
  status: 'sta',
  priority: 'pri',
  form: 'frm',
  hours: 'hrs',
  ticket: 'tkt',
  message: 'msg',
  note: 'not',
  event: 'evt',
  outbox: 'out',
  invitation: 'inv',
  accessRequest: 'acr',
  audit: 'aud',
  refusal: 'ref',
  field: 'fld',
  choice: 'cho',
  attachment: 'att',
  view: 'viw',
  team: 'tea',
  tag: 'tag',
  guest: 'gst',
} as const;

export type IdKind = keyof typeof prefixes;

/**
 * A new id: prefix, 48 bits of time, 80 random bits. Ids sort by creation and
 * are unique; secrecy never rests on them.
 */
export function newId(kind: IdKind, now: number): string {
  return idOf(kind, now, crypto.getRandomValues(new Uint8Array(16)));
}

/** The least id of a moment: below it is all that was made before, and nothing else. */
export function firstIdAt(kind: IdKind, at: number): string {
  return idOf(kind, Math.min(Math.max(at, 0), 2 ** 48 - 1), new Uint8Array(16));
}

/** Writes the time over the first six of the bytes. */
function idOf(kind: IdKind, at: number, bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(at / 2 ** 32) & 0xffff);
  view.setUint32(2, at >>> 0);
  return `${prefixes[kind]}_${encodeBase32(bytes)}`;
}

/** True for text that has the form of an id of this kind; says nothing about its existence. */
export function isId(kind: IdKind, text: string): boolean {
  return (
    text.startsWith(`${prefixes[kind]}_`) && /^[0-9a-hjkmnp-tv-z]{26}$/.test(text.slice(prefixes[kind].length + 1))
  );
}

/** Crockford base32, lower case, 5 bits a character, no padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((value >>> bits) & 31);
    }
  }
  return bits > 0 ? text + alphabet.charAt((value << (5 - bits)) & 31) : text;
}
