import { notes, type Story, says, sets, solves, takes } from './story.ts';

/** Older than a quarter; the last eight are older than a year. */
export const acmeArchive: readonly Story[] = [
  {
    subject: 'Add hall 2 to the map',
    account: 'initech',
    by: 'ines',
    began: '118d',
    until: '104d',
    steps: [
      says('ines', 'Hall 2 is swept and empty. When could we drive the first round for the map?'),
      takes('amir'),
      says(
        'amir',
        'Whenever it is quiet for two hours. Push Carry 1 by hand along the walls, then along each row. I watch from here and tell you where it wants a second look.',
      ),
      says('ines', 'Done! It was a nice walk, 4.1 km.'),
      says('amir', 'The map is very clean, best of the year so far. Hall 2 is live.', { next: 'solved' }),
    ],
  },
  {
    subject: 'Gateway needs a new password?',
    account: 'northwind',
    by: 'nils',
    began: '131d',
    until: '130d',
    steps: [
      says('nils', 'A mail says that we must enter our gateway password on a page, within 24 hours. Is that from you?'),
      sets('olivia', 'High'),
      says(
        'olivia',
        'It is **not** from us, and you were right to ask. We never ask for passwords, and never in a hurry. Please delete it; I have warned the others of your company.',
        { next: 'solved' },
      ),
      says('nils', 'Deleted. Thanks!'),
      solves('nils'),
    ],
  },
  {
    subject: 'Heavier crates: 45 kg possible?',
    account: 'northwind',
    by: 'nora',
    began: '150d',
    until: '139d',
    steps: [
      says('nora', 'A new supplier packs 45 kg in a crate. The plate on Carry says 40. How strict is the plate?'),
      takes('amir'),
      notes('amir', 'Asked mechanics: frame would hold 60, but brakes are certified for 40 plus crate. So: no.'),
      says(
        'amir',
        'Strict, I am afraid: it is not about lifting, it is about stopping. With 45 kg the way to stop gets 30 cm longer, and the scanner does not know that. Two crates of 22 are fine.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Sandbox for the API',
    account: 'initech',
    by: 'marta',
    priority: 'Low',
    began: '170d',
    until: '163d',
    steps: [
      says('marta', 'Is there somewhere to play with the API where no real robot starts to move?'),
      says(
        'amir',
        'There is: `https://sandbox.acme.test/v2`, same keys with the prefix `test_`. Six invisible robots live there and obey every order.',
      ),
      says('marta', 'They are very polite. Thank you!'),
      solves('marta'),
    ],
  },
  {
    subject: 'Fleet slow on Monday mornings',
    account: 'northwind',
    by: 'nora',
    with: ['nils'],
    priority: 'High',
    began: '214d',
    until: '201d',
    steps: [
      says('nora', 'Each Monday between 6 and 7 Fleet takes ten seconds a page. From 7 on it is quick again.'),
      takes('olivia'),
      says(
        'olivia',
        'At that hour your weekly report is made, and it took the good seat. We have moved it to a machine of its own. Could you watch the next Monday for me?',
      ),
      says('nora', 'This Monday: quick from 6:00 on.'),
      says('olivia', 'Then it rests in peace. Thank you for the exact hours; they were half the work.', {
        next: 'solved',
      }),
    ],
  },
  {
    subject: 'Thermometer calibration certificates',
    account: 'northwind',
    by: 'nora',
    via: 'email',
    began: '402d',
    until: '398d',
    steps: [
      says('nora', 'Could you send us the calibration certificates of the 16 Beams in cold store 2?'),
      says(
        'olivia',
        'They are in *Documents → Certificates*, one PDF each and one with all. Valid for a year; Fleet reminds you six weeks before.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'First steps: who starts the robots?',
    account: 'initech',
    by: 'ines',
    began: '455d',
    until: '449d',
    steps: [
      says('ines', 'We begin on Monday! Who switches the robots on in the morning, do we do that or do they?'),
      takes('amir'),
      says(
        'amir',
        'They do, at the hour that you set under *Site → Hours*. You only lift the red button if somebody pressed it the day before. I will be with you on the phone at 6:00.',
      ),
      says('ines', 'They started. Everybody applauded.'),
      says('amir', 'That is the nicest sentence of my week. Welcome!', { next: 'solved' }),
    ],
  },
  {
    subject: 'Contract: a second shift',
    account: 'northwind',
    by: 'nora',
    priority: 'Low',
    began: '480d',
    until: '470d',
    steps: [
      says('nora', 'We run two shifts from the first of the month. Do we need another service contract?'),
      says(
        'olivia',
        'The same one, with the column *two shifts*: service every 6 months in place of 12. I have sent the page to sign.',
      ),
      says('nora', 'Signed and returned.'),
      solves('nora'),
    ],
  },
  {
    subject: 'Noise at the neighbour’s wall',
    account: 'initech',
    by: 'ines',
    began: '391d',
    until: '380d',
    steps: [
      says(
        'ines',
        'Our neighbours hear a hum at night through the wall where the docks stand. Very polite neighbours, but still.',
      ),
      takes('amir'),
      says(
        'amir',
        'The fans of the docks touch the wall. The feet of rubber in the service box take the hum away, and from 22:00 the docks can charge slowly, then the fans stay off.',
      ),
      says('ines', 'Rubber feet and slow nights: silence. The neighbours sent chocolate.'),
      solves('ines'),
    ],
  },
  {
    subject: 'Umzug nach Halle B',
    account: 'northwind',
    by: 'nils',
    began: '512d',
    until: '498d',
    steps: [
      says('nils', 'Wir ziehen in drei Wochen mit vier Robotern in Halle B um. Was müssen wir einpacken, was bleibt?'),
      takes('olivia'),
      says(
        'olivia',
        `
Mitnehmen: Roboter, Docks, Gateway. Hierlassen: Bodenmarken, die kleben Sie neu (Rolle kommt mit der Post).

Bitte die Roboter auf 60 % laden, ausschalten und stehend transportieren, nie auf der Seite.
`,
      ),
      says('nils', 'Alles heil angekommen, Karte ist neu eingelesen.'),
      says('olivia', 'Wunderbar! Viel Freude in der neuen Halle.', { next: 'solved' }),
    ],
  },
  {
    subject: 'Crate counter differs by one',
    account: 'initech',
    by: 'marta',
    began: '430d',
    until: '424d',
    steps: [
      says(
        'marta',
        'Fleet counts 12 481 crates, our ERP 12 480. I know it is one crate, but it will not let me sleep.',
      ),
      takes('amir'),
      notes('amir', 'It is the test crate of the installation, moved at 05:58 before the ERP was connected.'),
      says(
        'amir',
        'Sleep well: it is the very first one, which we moved two minutes before your ERP was plugged in. It is now marked as a test.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Can visitors touch the robots?',
    account: 'northwind',
    by: 'nils',
    priority: 'Low',
    began: '375d',
    until: '374d',
    steps: [
      says('nils', 'A school class visits us next week. May the children touch the robots?'),
      says(
        'amir',
        'They may, while it stands at its dock. Even better: *Demo mode* lets it bow when somebody waves. Please keep the fork side to the wall.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Carry 1 does not know gate 5',
    account: 'northwind',
    by: 'nora',
    began: '560d',
    until: '551d',
    steps: [
      says('nora', 'Gate 5 is new. All robots go there but Carry 1, which waits at gate 4 and looks lost.'),
      says(
        'amir',
        'Carry 1 was off when the map changed and kept the old one. *Robots → Carry 1 → Load map*, and it finds its way.',
      ),
      says('nora', 'Found. Thank you.'),
      solves('nora'),
    ],
  },
];
