import { readFileSync } from 'node:fs';
import { expect, test } from '../support/journey.ts';
import { ticketTokens } from '../support/mailbox.ts';
import { signInMails } from '../support/mails.ts';
import { port, serverLog } from '../support/places.ts';

// After all other journeys, with all their sign-ins behind it.
test('no link and no code of any sign-in, no link of any request and no token of a hand-off stands in what the server printed', async () => {
  const printed = readFileSync(serverLog(port), 'utf8');
  expect(printed, 'the log was kept').toContain('Journeys are served');
  const mails = await signInMails();
  expect(mails.length).toBeGreaterThan(20);
  for (const { code, link } of mails) {
    expect(printed).not.toContain(link.split('/').at(-1));
    expect(printed).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
  }
  expect(printed, 'the token of a hand-off').not.toMatch(/eyJ[\w-]{20}/);
  const tokens = await ticketTokens();
  expect(tokens.length).toBeGreaterThan(5);
  for (const token of tokens) expect(printed).not.toContain(token);
});
