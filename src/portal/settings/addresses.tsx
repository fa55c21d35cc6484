import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { type AskedProof, askAddressProof, mostAddresses } from '#identity/addresses/ask-address-proof.ts';
import { makeMainAddress } from '#identity/addresses/make-main-address.ts';
import { removeAddress } from '#identity/addresses/remove-address.ts';
import { notFound } from '#lib/problem.ts';
import type { Reader } from '#ui/reader.ts';
import { AddressesPage } from './addresses-page.tsx';
import { type OwnAddresses, visitOwnAddresses } from './visit-own-addresses.ts';

const sayings = ['added', 'main', 'removed'] as const;
export const addressesPath = '/settings/addresses';

/** GET /settings/addresses */
export async function showAddresses(c: AppContext): Promise<Response> {
  return page(c, await visitOwnAddresses(c), { typed: '', fault: null });
}

const form = z.strictObject({ email: z.string().default('') });

/** POST /settings/addresses: sends a code to the address. It says the same whoever else has it. */
export async function askForProof(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const visited = await visitOwnAddresses(c);
  if (!visited.isFresh) return c.redirect(addressesPath, 303);
  const [typed, deps] = [fields['email'] ?? '', { settings: c.get('settings'), effects: c.get('effects') }];
  const asked = await askAddressProof(c.get('scope'), visited.actor, visited.addresses, typed, deps);
  return asked.ok ? c.redirect(`${addressesPath}/code`, 303) : page(c, visited, { typed, fault: asked.fault });
}

/** POST /settings/addresses/main */
export async function makeMain(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const { actor, isFresh } = await visitOwnAddresses(c);
  if (!isFresh) return c.redirect(addressesPath, 303);
  const deps = { effects: c.get('effects'), origin: originOf(c) };
  const email = fields['email'] ?? '';
  const isDone = email === actor.email || (await makeMainAddress(c.get('scope'), actor, email, deps));
  if (!isDone) throw notFound();
  return c.redirect(`${addressesPath}?said=main`, 303);
}

/** POST /settings/addresses/removal */
export async function removeOwn(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const { actor, isFresh } = await visitOwnAddresses(c);
  if (!isFresh) return c.redirect(addressesPath, 303);
  const deps = { pepper: c.get('settings').pepper, effects: c.get('effects'), origin: originOf(c) };
  if (!(await removeAddress(c.get('scope'), actor, fields['email'] ?? '', deps))) throw notFound();
  return c.redirect(`${addressesPath}?said=removed`, 303);
}

type Fault = Extract<AskedProof, { ok: false }>['fault'];

function page(
  c: AppContext,
  { actor, addresses, proof, isFresh }: OwnAddresses,
  { typed, fault }: { readonly typed: string; readonly fault: Fault | null },
): Promise<Response> {
  const look = portalLook(c, actor);
  const { reader } = look.frame;
  const said = sayings.find((word) => word === c.req.query('said'));
  const view = { addresses, isFresh, typed, waiting: proof?.email ?? null };
  const error = fault && wordsOf(reader, fault);
  return sendPage(
    c,
    look,
    <AddressesPage
      frame={look.frame}
      actor={actor}
      {...view}
      error={error}
      said={said ? reader.t(`addresses.said.${said}`) : null}
    />,
    fault === null ? 200 : fault === 'tooMany' ? 429 : 422,
  );
}

function wordsOf({ t }: Reader, fault: Fault): string {
  switch (fault) {
    case 'missing':
      return t('field.missing');
    case 'email':
      return t('field.email');
    case 'own':
      return t('addresses.own');
    case 'most':
      return t('addresses.most', { most: mostAddresses });
    case 'tooMany':
      return t('addresses.tooMany');
  }
}
