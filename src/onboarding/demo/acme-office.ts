import { gives, type Story, says, takes } from './story.ts';

/** Papers, prices and training, of the last three months. */
export const acmeOffice: readonly Story[] = [
  {
    subject: 'Quote for 12 more Beam sensors',
    account: 'initech',
    by: 'marta',
    with: ['ines'],
    began: '8d',
    until: '6d',
    unreadBy: ['ines'],
    steps: [
      says(
        'marta',
        'Initech opens the second hall in two months. We need 12 Beam sensors, short probe, and one gateway. Delivery to Lyon within five weeks would be ideal.',
      ),
      takes('olivia'),
      says(
        'olivia',
        `
With pleasure. Your offer **A-5518**:

- 12 × Beam, short probe
- 1 × gateway 5, wall mount
- freight to Lyon, in four weeks

It is in your account under *Documents*, valid for 60 days. If hall 2 is higher than 9 m, tell me: then a second gateway is wiser than a bigger antenna.
`,
      ),
    ],
  },
  {
    subject: 'Change of our VAT number',
    account: 'northwind',
    by: 'nora',
    via: 'email',
    priority: 'Low',
    began: '10d',
    until: '9d',
    steps: [
      says(
        'nora',
        'From the first of the month our VAT number is SE559012345601. Could you use it on the next invoice? Best, Nora',
      ),
      says('olivia', 'Done, and noted for all invoices from the first on. Thank you for telling us in time!', {
        next: 'solved',
      }),
    ],
  },
  {
    subject: 'Training for the new shift leads',
    account: 'initech',
    by: 'ines',
    began: '11d',
    until: '6d',
    steps: [
      says(
        'ines',
        'We have three new shift leads from the 1st. Is there a training in French, or with a French handbook at least?',
      ),
      gives('amir', 'olivia'),
      says(
        'olivia',
        'Handbook: yes, it is in *Documents*. Training: in English with Claire from our team, who answers questions in French. Would the 4th at 9:00 suit you? Two hours, by video, at most six people.',
      ),
    ],
  },
  {
    subject: 'Unit prices in the spare part list',
    account: 'initech',
    by: 'ines',
    priority: 'Low',
    began: '44d',
    until: '43d',
    steps: [
      says('ines', 'The spare part list in *Documents* has no prices. May I have one with prices, for the budget?'),
      says(
        'olivia',
        'Of course. It is there now, valid until the end of the year: the sheet “Initech” has your discount already in it.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Old robots: do you take them back?',
    account: 'initech',
    by: 'ines',
    priority: 'Low',
    began: '57d',
    until: '54d',
    steps: [
      says(
        'ines',
        'We have two Carry 2 from 2019 in the cellar. Do you take them back, or shall we have them recycled here?',
      ),
      says(
        'olivia',
        'We love to: their motors get a second life in our training room. A carrier fetches them on a day that suits you, and you get a paper for your environment report.',
      ),
      says('ines', 'Any Tuesday! They are on a pallet, 210 kg.'),
      says('olivia', 'Tuesday the 14th between 9 and 12 it is.', { next: 'solved' }),
    ],
  },
  {
    subject: 'How long do you keep our data?',
    account: 'initech',
    by: 'marta',
    priority: 'Low',
    began: '69d',
    until: '67d',
    steps: [
      says(
        'marta',
        'For Initech’s data register: how long do you keep moves, temperatures and diagnostics, and where?',
      ),
      says(
        'olivia',
        `
| What | How long | Where |
|---|---|---|
| Moves | 24 months | Frankfurt |
| Temperatures | 36 months | Frankfurt |
| Diagnostics | 30 days | Frankfurt |
| Backups | 35 days | Dublin |

The contract has the same numbers in annex 2. If you need shorter ones, we can set them by site.
`,
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Wrong site in the daily mail',
    account: 'northwind',
    by: 'nora',
    via: 'email',
    priority: 'Low',
    began: '47d',
    until: '46d',
    steps: [
      says('nora', 'The daily mail for Hamburg is headed "Gothenburg". The numbers are right. Nora'),
      says('amir', 'Copied, pasted, not looked at: that was me. Corrected from tomorrow on, sorry!', {
        next: 'solved',
      }),
    ],
  },
];
