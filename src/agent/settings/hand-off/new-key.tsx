import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { addKey } from '#identity/hand-off/add-key.ts';
import { type KeyFaults, type KeyWish, keyIdPattern, newKeyId } from '#identity/hand-off/read-key-wish.ts';
import { Problem } from '#lib/problem.ts';
import { hostUrl } from '#tenancy/links.ts';
import { type Arrived, sendPlace } from '../../send-place.ts';
import { KeyMadePage } from './key-made-page.tsx';
import { NewKeyPage } from './new-key-page.tsx';
import { doorOf, visitHandOff } from './place.ts';

const kinds = ['secret', 'public', 'set'] as const;

/** GET /settings/hand-off/keys/new?kind=… */
export async function showNewKey(c: AppContext): Promise<Response> {
  const seen = await visitHandOff(c, () => ({}));
  const kind = kinds.find((each) => each === c.req.query('kind')) ?? 'secret';
  const algorithm = kind === 'secret' ? '' : 'RS256';
  const wish = { kind, algorithm, name: '', issuer: '', kid: '', newKid: newKeyId(), publicKey: '', jwksUrl: '' };
  return form(c, seen, wish, {}, 200);
}

const text = z.string().default('');
const fieldsOf = z.strictObject({
  kind: z.enum(kinds),
  new_kid: z.string().regex(keyIdPattern),
  name: text,
  issuer: text,
  kid: text,
  algorithm: text,
  public_key: text,
  jwks_url: text,
});

/** POST: the answer shows the secret, once. The key's id was made with the form, so that pressing twice makes one key. */
export async function addNewKey(c: AppContext): Promise<Response> {
  const read = await readForm(c, fieldsOf);
  const seen = await visitHandOff(c, () => ({}));
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { new_kid: newKid, public_key: publicKey, jwks_url: jwksUrl, kid, ...others } = read.value;
  const wish = { ...others, kid: kid.trim(), newKid, publicKey, jwksUrl };
  const added = await addKey(c.get('scope'), seen.actor, wish, doorOf(c), originOf(c));
  // What was pasted by mistake does not come back into a page.
  if (!added.ok)
    return form(c, seen, added.faults.publicKey === 'private' ? { ...wish, publicKey: '' } : wish, added.faults, 422);
  const portal = hostUrl(c.get('settings'), c.get('scope').tenant.canonicalHost, '');
  const { kid: id, secret, algorithm, issuer } = added;
  return sendPlace(c, seen, (place) => <KeyMadePage {...place} {...{ kid: id, secret, algorithm, issuer, portal }} />);
}

function form(c: AppContext, seen: Arrived, wish: KeyWish, faults: KeyFaults, status: 200 | 422): Promise<Response> {
  return sendPlace(c, seen, (place) => <NewKeyPage {...place} wish={wish} faults={faults} />, status);
}
