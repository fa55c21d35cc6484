import { notes, type Story, says, sets, takes } from './story.ts';

/** The last days at Globex. */
export const globexToday: readonly Story[] = [
  {
    subject: 'Night allowance missing in this pay run',
    account: 'hooli',
    by: 'hal',
    priority: 'Urgent',
    began: '22h',
    until: '35m',
    unreadBy: ['hal'],
    steps: [
      says(
        'hal',
        `
Five people at the *Harbour* hotel have no night allowance in the draft for this month, though they worked nights. Pay day is Friday.

- Okafor, Lund, Petrov: 4 nights each
- Shah, Moreau: 2 nights each
`,
      ),
      takes('grace'),
      says(
        'grace',
        'Hal, nothing has been paid yet, so there is time. Their shifts begin at 21:30 and the rule says *from 22:00*. Was that changed when you moved the start by half an hour?',
      ),
      says('hal', 'Yes! We moved it on the 1st so that they can hand over in peace.'),
      notes(
        'grace',
        'Rule should pay by hours that overlap, not by the start. Raise with product: third case this quarter.',
      ),
      says(
        'grace',
        'That explains it. I have set the rule to count *hours after 22:00*; the draft now shows 16 allowances. Please look at it and release it when it is right.',
      ),
    ],
  },
  {
    subject: 'Swap of two shifts is refused',
    account: 'hooli',
    by: 'hal',
    began: '2h',
    steps: [
      says(
        'hal',
        'Lena and Jo want to swap Saturday and Sunday. The app says "rest time too short", but there are 13 hours between. Can you see why?',
      ),
    ],
  },
  {
    subject: 'Our first roster: where do I begin?',
    account: 'northwind',
    by: 'nora',
    began: '30h',
    until: '3h',
    steps: [
      says(
        'nora',
        'We use Globex for the canteen team from the first, nine people. I have the contracts as a table. Where do I begin?',
      ),
      takes('grace'),
      says(
        'grace',
        `
Welcome, Nora! In this order it goes quickest:

1. *People → Import*, your table as it is
2. *Places*: one canteen is one place
3. *Roster → Copy from a template*, "Canteen, 7 days"

It takes about half an hour. Shall I look over it before you publish?
`,
      ),
      says('nora', 'Import worked at the first go. Yes please, look over it: I publish on Thursday.'),
    ],
  },
  {
    subject: 'Calendar link for my phone',
    account: 'northwind',
    by: 'nora',
    priority: 'Low',
    began: '3d',
    until: '55h',
    unreadBy: ['nora'],
    steps: [
      says('nora', 'Is there a calendar link, so that the team sees its shifts on the phone?'),
      says(
        'grace',
        'Yes, each person has their own under *Me → Calendar*. It is private, so please do not share one for all.',
      ),
    ],
  },
  {
    subject: 'Pay slips in Polish',
    account: 'hooli',
    by: 'hal',
    began: '5d',
    until: '4d',
    steps: [
      says('hal', 'Eleven of our housekeepers would like their pay slip in Polish. Possible?'),
      sets('grace', 'Low'),
      says(
        'grace',
        'The explanations: yes, from this month on, by person. The legal part must stay in English. Could you send me the eleven names?',
      ),
    ],
  },
  {
    subject: 'Export to the accountant stopped',
    account: 'hooli',
    by: 'hal',
    via: 'email',
    priority: 'High',
    began: '6d',
    until: '5d',
    steps: [
      says('hal', 'The accountant got nothing on the 1st. Usually it comes at 6 in the morning.'),
      takes('grace'),
      says(
        'grace',
        'Their mailbox refused it as too large: 31 MB of PDF. I have sent it as a link, which lasts 14 days, and set links as the way for the future.',
        { next: 'solved' },
      ),
    ],
  },
];
