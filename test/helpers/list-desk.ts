import { expect } from 'vitest';
import { newDesk } from './desk-page.ts';
import { portalOf, textsOf } from './portal-page.ts';

/** The subjects of the list's rows. */
export const subjects = (html: string) => textsOf(html, /<a href="\/requests\/\d+[^"]*" dir="auto">(.*?)<\/a>/g);
export const dayMs = 24 * 60 * 60 * 1000;

/** A desk with four requests of Nora's, the first one made first. */
export async function listDesk() {
  const desk = await newDesk();
  const { contact, nora, amir } = desk;
  const now = Date.now();
  const ago = (days: number) => ({ now: now - days * dayMs });
  const first = await nora.open('First', 'x', ago(40));
  const second = await nora.open('Second', 'x', ago(30));
  const third = await nora.open('Third', 'x', ago(20));
  const fourth = await nora.open('Fourth', 'x', ago(10));
  await amir.reply(first, 'Answer', { now: now - dayMs });
  const portal = portalOf(nora);
  const shown = async (query: string) => {
    const answer = await portal.ask(`/?${query}`);
    expect(answer.status, query).toBe(200);
    return subjects(await answer.text());
  };
  return { ...desk, contact, numbers: [first, second, third, fourth] as const, portal, shown };
}
