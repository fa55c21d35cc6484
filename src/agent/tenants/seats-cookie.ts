import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '#http/context.ts';
import { seatsCookie } from '#http/seats-cookie.ts';

const base = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

/** Remembers for the menus whether there is something to switch to. It opens nothing. */
export function rememberSeats(c: AppContext, seats: number): void {
  if (seats > 1) setCookie(c, seatsCookie, String(seats), { ...base, maxAge: 14 * 24 * 60 * 60 });
  else if (getCookie(c, seatsCookie) !== undefined) deleteCookie(c, seatsCookie, base);
}
