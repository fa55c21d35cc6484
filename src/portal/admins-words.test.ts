import { expect, test } from 'vitest';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { giveValue } from '../../test/helpers/give-value.ts';
import { newField } from '../../test/helpers/new-field.ts';
import { newForm } from '../../test/helpers/new-form.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';

// What a company's admins call things is shown to all of its customers
// (osTicket CVE-2020-12629): there, too, it is words.

const evil = `"'></textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>`;

test('names of forms, sections, fields and choices, help and conditions are words to customers', async () => {
  const { tenant, nora } = await newDesk();
  const choices = [{ id: 'cho_evil', label: evil }];
  const words = { label: evil, help: evil, inList: true };
  const topic = await newField(tenant, { ...words, key: 'topic', type: 'select', choices });
  const order = await newField(tenant, { ...words, key: 'order_no' });
  const texts = { name: evil, intro: evil, success: evil };
  const form = await newForm(tenant, {
    ...{ ...texts, description: evil, group: evil, icon: evil, fields: [topic, order] },
    sections: [
      { id: 'first', title: evil, text: evil, questions: [{ field: 'topic', required: false }] },
      {
        id: 'second',
        title: evil,
        visibility: { effect: 'show', when: { match: 'all', tests: [{ field: 'topic', op: 'equals', value: evil }] } },
        questions: [{ field: 'order_no', required: true, initial: evil }],
      },
    ],
  });
  const number = await nora.open('The dock');
  await giveValue(tenant, number, topic, 'cho_evil');
  await giveValue(tenant, number, order, evil);
  const portal = portalOf(nora);
  const pages = ['/', '/?topic=cho_evil', '/?q=alert', '/requests/new', form.path, `/requests/${number}`];
  pages.push(`${form.path}?topic=${encodeURIComponent(evil)}&order_no=${encodeURIComponent(evil)}`);
  for (const path of pages) {
    const html = await portal.page(path);
    expect(html, path).not.toMatch(/<script>|<img src=x|<\/title><script/);
    expect(html, path).toContain('alert(1)');
  }
});
