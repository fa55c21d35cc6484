import type { Condition, Test } from '#forms/definition.ts';
import { newDesk } from './desk-page.ts';
import { formIn } from './form-in.ts';
import { newField } from './new-field.ts';
import { newForm } from './new-form.ts';
import { portalOf } from './portal-page.ts';

const when = (...tests: Test[]): Condition => ({ match: 'all', tests });
const choices = (...ids: string[]) => ids.map((id) => ({ id, label: id.toUpperCase() }));

/** A desk whose form asks for a topic, on Billing for an order, and with an order for its day; secretly for a source. */
export async function branchingDesk() {
  const desk = await newDesk();
  const { tenant } = desk;
  const topic = await newField(tenant, {
    key: 'topic',
    label: 'Topic',
    type: 'select',
    choices: choices('billing', 'bug'),
  });
  const order = await newField(tenant, { key: 'order_no', label: 'Order number', rules: { pattern: 'digits' } });
  const day = await newField(tenant, { key: 'day', label: 'Day of the order', type: 'date' });
  const parts = await newField(tenant, {
    key: 'parts',
    label: 'Parts',
    type: 'multi_select',
    choices: choices('arm', 'eye'),
  });
  const source = await newField(tenant, { key: 'source', label: 'Hush', access: 'none' });
  const fields = [topic, order, day, parts, source];
  const form = await newForm(tenant, {
    slug: 'help',
    name: 'Get help',
    success: 'We **look** at it today.',
    outcome: { tags: ['From Form'] },
    fields,
    sections: [
      { id: 'about', title: 'About', questions: [{ field: 'topic', required: true }] },
      {
        id: 'money',
        title: 'Money',
        visibility: { effect: 'show', when: when({ field: 'topic', op: 'equals', value: 'billing' }) },
        questions: [
          { field: 'order_no', required: true },
          {
            field: 'day',
            required: true,
            initial: '2026-02-03',
            visibility: { effect: 'show', when: when({ field: 'order_no', op: 'is_filled' }) },
          },
        ],
      },
      {
        id: 'end',
        questions: [
          { field: 'parts', required: false },
          { field: 'source', required: false, hidden: true, initial: 'Zebra' },
        ],
      },
    ],
  });
  const portal = portalOf(desk.nora);
  /** Sends what the page shows, changed. */
  const send = async (html: string, change: Record<string, string>) => {
    const answer = await portal.ask(form.path, { form: { ...formIn(html, form.path), ...change } });
    return { status: answer.status, place: answer.headers.get('Location'), html: await answer.text() };
  };
  return { ...desk, portal, form, fields, topic, order, day, parts, send };
}
