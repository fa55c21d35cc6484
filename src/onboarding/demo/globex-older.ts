import { notes, type Story, says, solves, takes } from './story.ts';

/** What was settled at Globex. */
export const globexOlder: readonly Story[] = [
  {
    subject: 'Bank holiday counted as a normal day',
    account: 'hooli',
    by: 'hal',
    began: '24d',
    until: '20d',
    steps: [
      says('hal', 'The bank holiday on Monday was paid as a normal day at the *Garden* hotel.'),
      takes('grace'),
      says(
        'grace',
        'The *Garden* is set to the calendar of Scotland, where it was a working day for banks only. England is right, I think? It is in Carlisle.',
      ),
      says('hal', 'England it is. So near to the border, I would have made the same mistake.'),
      says('grace', 'Changed, and the difference is in the next run: 38 people, a note on each slip says why.', {
        next: 'solved',
      }),
    ],
  },
  {
    subject: 'Someone left, how do I end the contract?',
    account: 'hooli',
    by: 'hal',
    priority: 'Low',
    began: '31d',
    until: '30d',
    steps: [
      says('hal', 'Mr Petit leaves on the 15th. Delete him?'),
      says(
        'grace',
        'Please do not delete: *People → Petit → Last day*. He gets his last slip, holidays are paid out, and his account closes by itself afterwards.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Holiday balance looks too high',
    account: 'hooli',
    by: 'hal',
    began: '45d',
    until: '41d',
    steps: [
      says('hal', 'Ms Shah has 41 days. She is a treasure, but she gets 28.'),
      takes('grace'),
      notes('grace', 'Carry-over of 13 from last year was imported twice at new year.'),
      says(
        'grace',
        '13 days from last year were imported twice. I have removed them for her and two more, Mr Lund and Ms Abara; nobody had used them yet.',
      ),
      says('hal', 'Thank you. I told them before they booked Bali.'),
      solves('hal'),
    ],
  },
  {
    subject: 'Can trainees see the roster of the team?',
    account: 'northwind',
    by: 'nora',
    began: '27d',
    until: '26d',
    steps: [
      says('nora', 'Before we sign: can trainees see when the others work, without seeing their hours of pay?'),
      says('grace', 'Yes. *Roster* shows names and times, *Hours* is only for each person and for you.', {
        next: 'solved',
      }),
    ],
  },
  {
    subject: 'Tips in the pay run',
    account: 'hooli',
    by: 'hal',
    began: '70d',
    until: '61d',
    steps: [
      says(
        'hal',
        'We share card tips by hours worked. Can the pay run do that, or must we go on with my famous spreadsheet?',
      ),
      takes('grace'),
      says(
        'grace',
        'It can: *Pay → Tips → by hours*. Send me last month’s spreadsheet and I check that both say the same.',
      ),
      says('hal', 'Sent. Be gentle, it has grown for nine years.'),
      says(
        'grace',
        'Same to the penny, apart from one row where the spreadsheet paid a Mr “Total”. You may retire it with honour.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Time clock five minutes fast',
    account: 'hooli',
    by: 'hal',
    began: '83d',
    until: '82d',
    steps: [
      says(
        'hal',
        'The clock at the staff entrance runs five minutes ahead. Everybody is delighted in the evening and cross in the morning.',
      ),
      says(
        'grace',
        'It had lost its time server. Corrected from here; the times since Sunday are moved back by five minutes, with a note.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Second approver for pay runs',
    account: 'hooli',
    by: 'hal',
    began: '96d',
    until: '90d',
    steps: [
      says('hal', 'Our auditors want four eyes on each pay run. Mine are two.'),
      says('grace', '*Pay → Approval → two people*. Who is the second, and may they also change, or only approve?'),
      says('hal', 'Dana Whitlock, only approve.'),
      says('grace', 'Set. From the next run on nothing is paid before both of you said yes.', { next: 'solved' }),
    ],
  },
  {
    subject: 'Year-end forms for 64 people',
    account: 'hooli',
    by: 'hal',
    priority: 'High',
    began: '398d',
    until: '391d',
    steps: [
      says('hal', 'Do you send the year-end forms to the people, or do I?'),
      takes('grace'),
      says(
        'grace',
        'We put them into each person’s documents on the 3rd and tell them by mail. Six have no mail address; those I send to you as one PDF to print.',
      ),
      says('hal', 'All 64 have theirs. Quietest new year of my life.'),
      solves('hal'),
    ],
  },
  {
    subject: 'Trial account: what happens after 30 days?',
    account: 'hooli',
    by: 'hal',
    priority: 'Low',
    began: '440d',
    until: '439d',
    steps: [
      says('hal', 'Our trial ends on Sunday. Is the roster gone on Monday?'),
      says(
        'grace',
        'Nothing is ever gone on a Monday. It becomes read-only for 60 days, and goes on where it was as soon as you decide.',
        { next: 'solved' },
      ),
    ],
  },
];
