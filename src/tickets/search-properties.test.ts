import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { rawRows } from '#db/statement.ts';
import { readSearch } from '#lib/search-words.ts';
import { type ContactAtWork, contactAtWork } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { type Desk, newDesk } from '../../test/helpers/desk-page.ts';
import { scopeOf } from '../../test/helpers/new-tenant.ts';
import { excerptOf } from './excerpt.ts';
import { deskIndex, found, requestIndex, type SearchIndex, searchedTo, textAt } from './search-queries.ts';

// Three accounts of two tenants write the same words; nobody ever finds what is not theirs.

const vocabulary = ['gate', 'gateway', 'pump', 'pumps', 'red', 'reduce', 'row', 'e-214'];

interface Person {
  readonly name: string;
  readonly scope: TenantScope;
  readonly index: SearchIndex;
  /** Their texts, oldest first: the ticket's number and what stands in it. */
  readonly texts: readonly (readonly [number: number, text: string])[];
}

let people: readonly Person[] = [];

const textsOf = (seed: number) =>
  Array.from({ length: 6 }, (_, i) =>
    [0, 1, 2].map((k) => vocabulary[(seed * 7 + i * 5 + k * (i + 2)) % vocabulary.length]).join(' '),
  );

async function write(who: ContactAtWork, seed: number) {
  const texts: [number, string][] = [];
  for (const text of textsOf(seed)) {
    const subject = `${text.split(' ')[0]} of ${seed}`;
    const number = await who.open(subject, text);
    texts.push([number, subject], [number, text]);
  }
  const [first] = texts;
  if (first) {
    await who.reply(first[0], 'pump again');
    texts.push([first[0], 'pump again']);
  }
  return texts;
}

beforeAll(async () => {
  const [here, there]: [Desk, Desk] = [await newDesk(), await newDesk()];
  const ines = await contactAtWork(await contactOf(here.tenant));
  const { accountId } = here.contact;
  const nils = await contactAtWork(await contactOf(here.tenant, { role: 'member', accountId }));
  const [ofNora, ofInes, ofNils] = [await write(here.nora, 1), await write(ines, 2), await write(nils, 3)];
  const ofThere = await write(there.nora, 4);
  const note: [number, string] = [ofNora[0]?.[0] ?? 0, 'gateway note'];
  await here.amir.note(...note);
  const scope = await scopeOf(here.tenant);
  const other = await scopeOf(there.tenant);
  const contact = (name: string, { claim }: ContactAtWork, texts: Person['texts'], at = scope): Person => ({
    ...{ name, scope: at, index: requestIndex(at, claim), texts },
  });
  people = [
    contact('an admin', here.nora, [...ofNora, ...ofNils]),
    contact('a member', nils, ofNils),
    contact('another account', ines, ofInes),
    contact('another tenant', there.nora, ofThere, other),
    { name: 'an agent', scope, index: deskIndex(scope), texts: [...ofNora, ...ofInes, ...ofNils, note] },
    { name: "another tenant's agent", scope: other, index: deskIndex(other), texts: ofThere },
  ];
});

/** The numbers that this person finds, in their order. */
async function finds({ scope, index }: Person, typed: string, before: number | null): Promise<readonly number[]> {
  const words = readSearch(typed);
  if (!words) return [];
  const search = { words, before };
  const { hits } = await run(scope.db, {
    hits: rawRows(
      sql`with page as materialized (select * from ${found(index, search, undefined, 100)})
        select t.number as number, t.tenant_id as tenantId, f.at as at, ${textAt(sql`f.at`)} as text from page f
        cross join tickets t on t.id = f.ticket_id order by f.at desc`,
      (row) => {
        if (row['tenantId'] !== scope.tenant.id) throw new Error('A ticket of another tenant');
        expect(excerptOf(String(row['text']), words.phrases)).toContain('\u0002');
        return Number(row['number']);
      },
    ),
    to: searchedTo(index, search),
  });
  return hits;
}

const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...vocabulary,
        '"',
        '*',
        'NEAR',
        'AND',
        'OR',
        'NOT',
        '-',
        ':',
        '^',
        '(',
        ')',
        '{scope}',
        'scope:',
        'body',
        ',',
        '+',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test('whatever is typed, a search answers, and with tickets of the one who asks', { timeout: 120_000 }, async () => {
  const before = fc.option(fc.maxSafeNat(), { nil: null });
  await fc.assert(
    fc.asyncProperty(tricky, before, fc.nat(5), async (typed, from, who) => {
      const person = people[who];
      if (!person) throw new Error('Nobody');
      const theirs = new Set(person.texts.map(([number]) => number));
      const hits = await finds(person, typed, from);
      expect(
        hits.filter((number) => !theirs.has(number)),
        person.name,
      ).toEqual([]);
      expect(new Set(hits).size).toBe(hits.length);
    }),
    { numRuns: 400 },
  );
});

test('all tickets with a text that holds all the words are found, and no other', { timeout: 120_000 }, async () => {
  const typed = fc.tuple(
    fc.array(fc.constantFrom(...vocabulary), { maxLength: 2 }),
    fc.constantFrom(...vocabulary),
    fc.nat(8),
  );
  await fc.assert(
    fc.asyncProperty(typed, async ([whole, last, cut]) => {
      // A single letter is a whole word.
      const begun = last.slice(0, Math.max(last.includes('-') ? 4 : 2, last.length - cut));
      for (const person of people) {
        const holds = (text: string) => {
          const spaced = ` ${text} `;
          return whole.every((word) => spaced.includes(` ${word} `)) && spaced.includes(` ${begun}`);
        };
        const newest = new Map<number, number>();
        for (const [place, [number, text]] of person.texts.entries()) if (holds(text)) newest.set(number, place);
        const hits = await finds(person, [...whole, begun].join(' '), null);
        expect([...hits].sort(), `${person.name}: ${[...whole, begun].join(' ')}`).toEqual([...newest.keys()].sort());
      }
    }),
    { numRuns: 60 },
  );
});
