import { newField } from './new-field.ts';
import { newForm } from './new-form.ts';
import type { TestTenant } from './new-tenant.ts';
import { multipartOf, samples } from './uploads.ts';

/** A form that asks for a text, a choice and a file; what is answered there; and how it is sent with a scan. */
export async function scanForm(tenant: TestTenant) {
  const order = await newField(tenant, { label: 'Order number' });
  const topic = await newField(tenant, {
    label: 'Topic',
    type: 'select',
    choices: [{ id: 'cho_b', label: 'Billing' }],
  });
  const scan = await newField(tenant, { label: 'Scan', type: 'file' });
  const fields = [order, topic, scan];
  const form = await newForm(tenant, { fields, questions: fields.map(({ key }) => ({ field: key })) });
  const answers = { [order.key]: 'A-1', [topic.key]: 'cho_b' };
  const withScan = (typed: Readonly<Record<string, string>>) =>
    multipartOf(typed, [{ name: scan.key, file: 'scan.pdf', bytes: samples.pdf }]);
  return { order, topic, scan, form, answers, withScan };
}

/** The answers as they were sent, as a page shows them. */
export const asSent = (html: string) => /<details class="answers"[\s\S]*?<\/details>/.exec(html)?.[0] ?? '';
