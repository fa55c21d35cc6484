import { encodeBase64Url } from '#lib/secrets.ts';

/** An authenticator in software: one ES256 key, a counter that grows, made and used as a browser would. */
export interface SoftPasskey {
  readonly id: string;
  /** The answer to creation options, as JSON. */
  register(options: Options): Promise<string>;
  /** The answer to request options, as JSON. `change` spoils it. */
  use(options: Options, change?: { origin?: string; counter?: number }): Promise<string>;
}

interface Options {
  readonly challenge: string;
}

const encoder = new TextEncoder();

export async function newSoftPasskey(host: string): Promise<SoftPasskey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('No key pair');
  const point = new Uint8Array((await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer);
  const credential = crypto.getRandomValues(new Uint8Array(16));
  const id = encodeBase64Url(credential);
  const rpIdHash = await digest(encoder.encode(host));
  let counter = 0;
  const answer = (response: object) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  const dataOf = (type: string, challenge: string, origin = `https://${host}`) =>
    encoder.encode(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authData = (flags: number, n: number, rest: Uint8Array = new Uint8Array()) =>
    join(rpIdHash, Uint8Array.of(flags), number32(n), rest);

  return {
    id,
    async register({ challenge }) {
      const attested = join(new Uint8Array(16), Uint8Array.of(0, credential.length), credential, coseKey(point));
      const attestationObject = join(
        Uint8Array.of(0xa3, 0x63, ...encoder.encode('fmt'), 0x64, ...encoder.encode('none')),
        Uint8Array.of(0x67, ...encoder.encode('attStmt'), 0xa0, 0x68, ...encoder.encode('authData')),
        bytes(authData(0x41, 0, attested)),
      );
      return answer({
        clientDataJSON: encodeBase64Url(dataOf('webauthn.create', challenge)),
        attestationObject: encodeBase64Url(attestationObject),
        transports: ['internal'],
      });
    },
    async use({ challenge }, change = {}) {
      counter = change.counter ?? counter + 1;
      const data = dataOf('webauthn.get', challenge, change.origin);
      const authenticator = authData(0x01, counter);
      const signed = join(authenticator, await digest(data));
      const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, signed);
      return answer({
        clientDataJSON: encodeBase64Url(data),
        authenticatorData: encodeBase64Url(authenticator),
        signature: encodeBase64Url(derOf(new Uint8Array(signature))),
      });
    },
  };
}

/** COSE_Key of an ES256 point, in CBOR (RFC 9052 §7). */
function coseKey(point: Uint8Array): Uint8Array {
  const [x, y] = [point.slice(1, 33), point.slice(33, 65)];
  return join(Uint8Array.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21), bytes(x), Uint8Array.of(0x22), bytes(y));
}

/** A CBOR byte string of fewer than 256 bytes. */
function bytes(data: Uint8Array): Uint8Array {
  return join(Uint8Array.of(0x58, data.length), data);
}

/** The two halves of a raw signature as ASN.1, as authenticators send it. */
function derOf(raw: Uint8Array): Uint8Array {
  const parts = join(integer(raw.slice(0, 32)), integer(raw.slice(32)));
  return join(Uint8Array.of(0x30, parts.length), parts);
}

function integer(value: Uint8Array): Uint8Array {
  let from = 0;
  while (from < value.length - 1 && value[from] === 0) from += 1;
  const short = value.slice(from);
  const plain = (short[0] ?? 0) > 0x7f ? join(Uint8Array.of(0), short) : short;
  return join(Uint8Array.of(0x02, plain.length), plain);
}

function number32(n: number): Uint8Array {
  const data = new Uint8Array(4);
  new DataView(data.buffer).setUint32(0, n);
  return data;
}

async function digest(data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', data));
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
