import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { agentHost, at } from './places.ts';

/** What a company's own product knows: the values of the page "Your key". */
export interface ProductKey {
  readonly portal: string;
  readonly issuer: string;
  readonly kid: string;
  readonly secret: string;
}

export interface ProductUser {
  readonly id: string;
  readonly email: string;
  readonly name?: string;
  readonly accountId?: string;
  readonly accountName?: string;
  readonly role?: string;
}

const run = promisify(execFile);
const samples = 'docs/samples/hand-off';
const interpreters = { 'sign.mjs': process.execPath, 'sign.py': 'python3' } as const;

/** A token made by a sample of docs/hand-off.md, run as a reader would run it. */
export async function tokenBy(sample: keyof typeof interpreters, key: ProductKey, user: ProductUser): Promise<string> {
  const env = {
    ...process.env,
    PORTICO_PORTAL: key.portal,
    PORTICO_ISSUER: key.issuer,
    PORTICO_KID: key.kid,
    PORTICO_SECRET: key.secret,
  };
  const { stdout } = await run(interpreters[sample], [`${samples}/${sample}`, JSON.stringify(user)], { env });
  return stdout.trim();
}

/** True where this machine can run the sample. */
export async function canRun(sample: keyof typeof interpreters): Promise<boolean> {
  return run(interpreters[sample], ['--version']).then(
    () => true,
    () => false,
  );
}

/** Adds a shared secret as the owner would, and reads what the page shows once. */
export async function addKey(page: Page, host: string): Promise<ProductKey> {
  const issuer = 'https://app.umbrella.test';
  await page.goto(at(agentHost, '/settings/hand-off'));
  await page.getByRole('link', { name: 'Add a key' }).click();
  await page.getByLabel('Name').fill('Web app');
  await page.getByLabel('Issuer (iss)').fill(issuer);
  await page.getByRole('button', { name: 'Add key' }).click();
  const fact = (term: string) =>
    page.locator('.facts > div').filter({ hasText: term }).locator('code').first().innerText();
  const key = { portal: at(host, ''), issuer, kid: await fact('Key id (kid)'), secret: await fact('Secret') };
  await page.getByRole('link', { name: 'Done' }).click();
  return key;
}

export interface Product {
  /** Its only page, with the button "Support"; a portal may send people there to sign in. */
  readonly address: string;
  /** Who is signed in there. */
  user: ProductUser;
  readonly stop: () => void;
}

/** A company's product on a site of its own: one page, one form with a token in it. */
export async function openProduct(key: ProductKey, user: ProductUser): Promise<Product> {
  const server = createServer(async (request, response) => {
    const back = new URL(request.url ?? '/', 'http://product').searchParams.get('return_to') ?? '';
    const action = back.startsWith(`${key.portal}/sign-in/hand-off?`) ? back : `${key.portal}/sign-in/hand-off`;
    const jwt = await tokenBy('sign.mjs', key, product.user);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Product</title><h1>Product</h1>
      <form method="post" action="${action.replaceAll('&', '&amp;')}">
        <input type="hidden" name="jwt" value="${jwt}"><button>Support</button>
      </form></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const product: Product = {
    address: `http://127.0.0.1:${portOf(server)}/`,
    user,
    stop: () => server.close(),
  };
  return product;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The product has no port');
  return address.port;
}
