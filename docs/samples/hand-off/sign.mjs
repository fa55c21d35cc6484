// Node 18 or later, nothing to install.
import { createHmac, randomUUID } from 'node:crypto';

// From the page "Your key" of Portico's settings. Keep the secret where your other secrets are.
const portal = process.env.PORTICO_PORTAL; // https://support.example.com
const issuer = process.env.PORTICO_ISSUER; // https://app.example.com
const kid = process.env.PORTICO_KID;
const secret = process.env.PORTICO_SECRET;

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token for the user who is signed in with you. Make it when they press, for it lives two minutes. */
export function porticoToken(user) {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'HS256', typ: 'JWT', kid };
  const claims = {
    iss: issuer,
    aud: portal,
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
    sub: user.id,
    email: user.email,
    name: user.name,
    account_external_id: user.accountId,
    account_name: user.accountName,
    role: user.role, // "admin" or "member"
  };
  const body = `${encode(header)}.${encode(claims)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** Where to post the token: straight to the portal, or back to where the portal sent the user from. */
export function porticoAddress(returnTo) {
  const handOff = `${portal}/sign-in/hand-off`;
  // Never send a token anywhere else, whatever the address of your page says.
  return returnTo?.startsWith(`${handOff}?`) ? returnTo : handOff;
}

// node sign.mjs '{"id":"42","email":"nora@example.com"}' prints a token.
if (process.argv[2]) process.stdout.write(`${porticoToken(JSON.parse(process.argv[2]))}\n`);
