import type { Condition, Question, Test } from '#forms/definition.ts';
import type { DemoForm } from './paper.ts';

const asked = (field: string, more: Partial<Question> = {}): Question => ({ field, required: false, ...more });
const when = (...tests: Condition['tests']): Condition => ({ match: 'all', tests });
const shown = (...tests: Condition['tests']) => ({ effect: 'show', when: when(...tests) }) as const;
const product = (value: string): Test => ({ field: 'product', op: 'equals', value });
const topic = (value: string): Test => ({ field: 'billing_topic', op: 'equals', value });
const stopped: Test = { field: 'stands_still', op: 'equals', value: true };

/** Where a customer of Acme says what is wrong, and what a bill is about. */
export const acmeForms: readonly DemoForm[] = [
  {
    slug: 'problem',
    name: 'Something does not work',
    description: 'A robot, dock, sensor or Fleet. We ask only what we need to help.',
    icon: 'alert',
    group: 'Technical help',
    team: 'Robotics',
    definition: {
      intro: 'Is somebody in danger? Press the red button on the robot, then call **+49 30 5550 112**.',
      success: 'We look at problems in the order in which they stop work. You get our answer by mail and here.',
      sections: [
        {
          id: 'about',
          title: 'What happened',
          text: '',
          questions: [
            asked('product', { required: true }),
            asked('subject', { required: true }),
            asked('body', { required: true }),
            asked('site'),
          ],
        },
        {
          id: 'robot',
          title: 'The robot',
          text: '',
          visibility: shown(product('carry')),
          questions: [
            asked('serial_number', { required: true }),
            asked('error_code'),
            asked('stands_still'),
            asked('robots', { required: true, visibility: shown(stopped), initial: 1 }),
            asked('since', { visibility: shown(stopped) }),
          ],
        },
        {
          id: 'sensor',
          title: 'The sensor',
          text: '',
          visibility: shown(product('beam')),
          questions: [asked('readings', { required: true })],
        },
        {
          id: 'visit',
          title: 'If we have to come',
          text: '',
          visibility: {
            effect: 'show',
            when: when(stopped, {
              match: 'any',
              tests: [
                { field: 'robots', op: 'greater', value: 2 },
                { field: 'error_code', op: 'contains', value: 'E-9' },
              ],
            }),
          },
          questions: [asked('on_site', { required: true })],
        },
      ],
      outcome: { tags: ['problem'] },
    },
    tests: [
      {
        name: 'One robot that stands still needs no visit',
        answers: { product: 'carry', stands_still: true, robots: 1 },
        asks: ['serial_number', 'robots', 'since'],
        requires: ['serial_number', 'robots'],
        hides: ['on_site', 'readings'],
      },
      {
        name: 'Three robots that stand still: somebody opens the door',
        answers: { product: 'carry', stands_still: true, robots: 3 },
        asks: ['on_site'],
        requires: ['on_site'],
        hides: [],
      },
    ],
  },
  {
    slug: 'billing',
    name: 'Bills and contracts',
    description: 'Invoices, quotes, addresses.',
    icon: 'card',
    group: 'Office',
    team: 'Office',
    definition: {
      intro: '',
      success: '',
      sections: [
        {
          id: 'bill',
          title: '',
          text: '',
          questions: [
            asked('billing_topic', { required: true }),
            asked('invoice', {
              visibility: { effect: 'hide', when: when(topic('quote')) },
              requiredWhen: when(topic('charge')),
            }),
            asked('billing_address', { required: true, visibility: shown(topic('address')) }),
            asked('subject', { required: true }),
            asked('body', { required: true }),
          ],
        },
      ],
      outcome: { tags: ['billing'] },
    },
  },
];
