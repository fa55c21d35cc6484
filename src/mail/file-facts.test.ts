import { expect, test } from 'vitest';
import { browserOf } from '../../test/helpers/desk-page.ts';
import { sentMail } from '../../test/helpers/post-office.ts';
import { fieldOf } from '../../test/helpers/request.ts';
import { mailed } from '../../test/helpers/ticket-link.ts';
import { multipartOf, samples } from '../../test/helpers/uploads.ts';

async function write(kind: 'reply' | 'note') {
  const { amir, number, contact, page } = await mailed();
  const agent = browserOf(amir);
  const before = sentMail(contact.email).length;
  const fields = await agent.composer(number, { kind, body: 'See the plan.' });
  const upload_key = fieldOf(await agent.page(`/tickets/${number}`), 'upload_key');
  await agent.ask(`/tickets/${number}/entries`, {
    body: multipartOf({ ...fields, upload_key }, [
      { file: '<b>plan.png', bytes: samples.png },
      { file: 'log.txt', bytes: 'line' },
    ]),
  });
  return { mails: sentMail(contact.email).slice(0, sentMail(contact.email).length - before), page };
}

test('a mail names the files of its message, and leads to them', async () => {
  const { mails, page } = await write('reply');
  const [mail] = mails;
  expect(mail?.text.replace(/[\u2068\u2069]/g, '')).toContain('2 files: _b_plan.png, log.txt');
  expect(mail?.html).toContain('2 files');
  expect(mail?.html).not.toContain('<b>plan');
  expect(mail?.text).not.toContain('/files/');
  expect(await page()).toMatch(/\/r\/[\w-]+\/files\/att_/);
});

test("a note's files are in no mail to a contact", async () => {
  const { mails, page } = await write('note');
  expect(mails).toEqual([]);
  expect(await page()).not.toContain('plan.png');
});
