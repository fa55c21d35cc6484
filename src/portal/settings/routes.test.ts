import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { run } from '#db/run.ts';
import { takeDraft } from '#identity/drafts/take-draft.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const selected = (html: string) => /<option value="([^"]*)" selected/.exec(html)?.[1];

test('name and zone are saved, shown and said', async () => {
  const nora = await contactOf(await newTenant());
  const { host, cookie } = await signIn(nora);
  const answer = await request(host, '/settings', { cookie, form: { name: ' Nora  Ünal ', zone: 'Asia/Tokyo' } });
  expect(answer.status).toBe(303);
  const page = await (await request(host, answer.headers.get('Location') ?? '', { cookie })).text();
  expect(page).toContain('Your settings are saved.');
  expect(fieldOf(page, 'name')).toBe('Nora Ünal');
  expect(selected(page)).toBe('Asia/Tokyo');
  await request(host, '/settings', { cookie, form: { name: 'Nora', zone: '' } });
  expect(selected(await (await request(host, '/settings', { cookie })).text())).toBe('');
});

test.each([
  ['', 'Europe/Berlin', 'name'],
  ['   ', 'Europe/Berlin', 'name'],
  ['N'.repeat(101), 'Europe/Berlin', 'name'],
  ['Nora', 'Mars/Olympus', 'zone'],
  ['Nora', 'x"><script>', 'zone'],
])(
  'the name %j with the zone %s comes back with the error beside %s, text kept, nothing saved',
  async (name, zone, field) => {
    const nora = await contactOf(await newTenant(), { name: 'Before' });
    const { host, cookie } = await signIn(nora);
    const answer = await request(host, '/settings', { cookie, form: { name, zone } });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(`id="${field}-error"`);
    expect(page).toContain('id="errors"');
    expect(fieldOf(page, 'name')).toBe(name);
    expect(page).not.toContain('x"><script>');
    const row = await env.DB.prepare('select name, zone from contacts where id = ?').bind(nora.id).first();
    expect(row).toEqual({ name: 'Before', zone: null });
  },
);

test('nobody can write another field or another contact', async () => {
  const nora = await contactOf(await newTenant());
  const { host, cookie } = await signIn(nora);
  const answer = await request(host, '/settings', { cookie, form: { name: 'Nora', zone: '', email: 'eve@evil.test' } });
  expect(answer.status).toBe(400);
});

test('what was typed when a session had ended is kept for the same contact and nobody else', async () => {
  const tenant = await newTenant();
  const [nora, nils] = [await contactOf(tenant), await contactOf(tenant)];
  const { host, cookie } = await signIn(nora);
  await request(host, '/sign-out', { method: 'POST', cookie });
  const form = { name: 'Typed before', zone: 'Asia/Tokyo' };
  const answer = await request(host, '/settings', { cookie, form });
  expect(answer.status).toBe(401);
  const scope = await scopeOf(tenant);
  const kept = (contactId: string, now = scope.now) =>
    run(scope.db, { draft: takeDraft({ ...scope, now }, { contactId, isViewAs: false }, '/settings') }).then(
      ({ draft }) => draft,
    );
  expect(await kept(nora.id)).toEqual(form);
  expect(await kept(nils.id)).toBeNull();
  expect(await kept(nora.id, scope.now + 25 * 60 * 60_000)).toBeNull();
  const again = (await signIn(nora)).cookie;
  expect(fieldOf(await (await request(host, '/settings', { cookie: again })).text(), 'name')).toBe('Typed before');
  const forged = cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  await request(host, '/settings', { cookie: forged, form: { name: 'Forged', zone: '' } });
  expect(await kept(nora.id)).toEqual(form);
  await request(host, '/settings', { cookie: again, form });
  expect(await kept(nora.id)).toBeNull();
});
