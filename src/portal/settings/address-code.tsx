import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { proveAddress } from '#identity/addresses/prove-address.ts';
import { sixDigits } from '#lib/six-digits.ts';
import { AddressCodePage } from './address-code-page.tsx';
import { addressesPath } from './addresses.tsx';
import { type OwnAddresses, visitOwnAddresses } from './visit-own-addresses.ts';

/** GET /settings/addresses/code */
export async function showAddressCode(c: AppContext): Promise<Response> {
  const visited = await visitOwnAddresses(c);
  return visited.proof && visited.isFresh
    ? page(c, visited, visited.proof.email, null)
    : c.redirect(addressesPath, 303);
}

const form = z.strictObject({ code: z.string().default('') });

/** POST /settings/addresses/code: one answer for wrong, spent and expired. */
export async function enterAddressCode(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const visited = await visitOwnAddresses(c);
  const { actor, proof, isFresh } = visited;
  if (!proof || !isFresh) return c.redirect(addressesPath, 303);
  const code = sixDigits(fields['code'] ?? '');
  const deps = { settings: c.get('settings'), effects: c.get('effects'), origin: originOf(c) };
  const proven = code === null ? 'wrong' : await proveAddress(c.get('scope'), actor, proof, code, deps);
  if (proven === 'added') return c.redirect(`${addressesPath}?said=added`, 303);
  return page(c, visited, proof.email, proven);
}

function page(
  c: AppContext,
  { actor }: OwnAddresses,
  email: string,
  fault: 'wrong' | 'taken' | null,
): Promise<Response> {
  const look = portalLook(c, actor);
  const { t } = look.frame.reader;
  const error =
    fault === 'taken'
      ? t('addresses.code.taken', { brand: look.frame.brand.name })
      : fault && t('addresses.code.wrong');
  const view = <AddressCodePage frame={look.frame} actor={actor} email={email} error={error} />;
  return sendPage(c, look, view, fault === null ? 200 : 422);
}
