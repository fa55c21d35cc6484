import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { ask, showSignIn } from './ask.tsx';
import { enterCode, showCode } from './enter-code.tsx';
import { followLink, showLink } from './follow-link.tsx';
import type { SignInFace } from './sign-in-face.ts';
import { signOut } from './sign-out.ts';

/** The way in and out, the same for both faces. */
export function signInRoutesOf(face: SignInFace): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/sign-in', (c) => showSignIn(face, c))
    .post('/sign-in', (c) => ask(face, c))
    .get('/sign-in/code', (c) => showCode(face, c))
    .post('/sign-in/code', (c) => enterCode(face, c))
    .get('/sign-in/link/:token', (c) => showLink(face, c, c.req.param('token')))
    .post('/sign-in/link/:token', (c) => followLink(face, c, c.req.param('token')))
    .post('/sign-out', face.signOut ?? signOut);
}
