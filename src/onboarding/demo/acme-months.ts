import { gives, notes, reopens, type Story, says, sets, solves, takes } from './story.ts';

/** Three weeks to three months ago. */
export const acmeMonths: readonly Story[] = [
  {
    subject: 'Robots lose the network behind the new racks',
    account: 'northwind',
    by: 'nora',
    with: ['marta'],
    priority: 'High',
    began: '36d',
    until: '27d',
    steps: [
      says(
        'nora',
        `
Since the high racks came, robots drop out in rows K to M for 5 to 20 seconds. They stop, find the network, and go on. It costs us perhaps 40 minutes a day.

Marta measured: −81 dBm in row L, floor level.
`,
      ),
      takes('amir'),
      says(
        'amir',
        'Thank you for measuring, Marta! At −81 they hang on by a thread. One more access point at the end of row L, at 3 m height, would do; the racks shield everything from above. Which make do you use?',
        { next: 'open' },
      ),
      says(
        'marta',
        'Aruba, central controller. I can place one there on Friday, the cable is already in the ceiling.',
        { via: 'email', quoted: '> Which make do you use?' },
      ),
      notes('amir', 'Their controller steers clients to 5 GHz. Ask for band steering off on our SSID.'),
      says(
        'amir',
        'Lovely. Please switch *band steering* off for the robots’ network, otherwise they hesitate at each corner.',
        { next: 'open' },
      ),
      says('marta', 'Done on Friday: −58 dBm, no drop-out in three days.'),
      solves('nora'),
    ],
  },
  {
    subject: 'Fleet in French',
    account: 'initech',
    by: 'ines',
    began: '49d',
    until: '45d',
    steps: [
      says(
        'ines',
        'Can Fleet speak French? My team manages in English, but in a hurry everybody prefers their own language.',
      ),
      takes('olivia'),
      says(
        'olivia',
        'It learns it right now: the screens for moves and alarms are ready, reports follow within the quarter. Would two of your people like to try it before the others and tell us where it sounds odd?',
      ),
      says('ines', 'With joy! Claire and Bastien. They will not be shy.'),
      says('olivia', 'The best kind. Both have the switch under *Me → Language* from today.', { next: 'solved' }),
    ],
  },
  {
    subject: 'Pallet of docks came damaged',
    account: 'northwind',
    by: 'nora',
    priority: 'High',
    began: '62d',
    until: '55d',
    steps: [
      says(
        'nora',
        'The pallet from this morning has a hole from a fork, through two boxes. Dock serials D-3391 and D-3392. I have photos and the driver signed.',
      ),
      sets('olivia', 'High'),
      takes('olivia'),
      says(
        'olivia',
        'How annoying, and how well done with the signature. Please do not unpack those two. New ones leave us tomorrow; the freight company fetches the broken ones on the same ride.',
      ),
      says('nora', 'New docks are here and working, the old ones are gone. That was quick.'),
      solves('nora'),
    ],
  },
  {
    subject: 'Two robots want the same crate',
    account: 'initech',
    by: 'marta',
    began: '52d',
    until: '46d',
    steps: [
      says(
        'marta',
        `
When our ERP sends the same order twice within a second, two robots go for one crate. The second waits at an empty place until somebody helps it.

> 09:14:02.118 POST /v2/moves order=88121
> 09:14:02.907 POST /v2/moves order=88121

I know that it is our ERP's fault. Can you still refuse the second?
`,
      ),
      takes('amir'),
      says(
        'amir',
        `
We can, if you tell us that it is the same: send a header \`Idempotency-Key: 88121\` and the second answer is simply the first one again.

It works since API v2.3, for 24 hours a key.
`,
      ),
      says('marta', 'Added, tested with ten at once: one move, ten equal answers. Beautiful.'),
      says('amir', 'Music to my ears!', { next: 'solved' }),
    ],
  },
  {
    subject: 'Alarm by phone at night',
    account: 'northwind',
    by: 'nils',
    began: '66d',
    until: '64d',
    steps: [
      says('nils', 'Can Fleet call me when the cold store gets warm at night? A mail does not wake me.'),
      says(
        'amir',
        'Yes: *Alarms → Cold store → Escalation*. First a push, after 5 minutes a call. You can choose the hours, and a second person if you sleep very well.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Crates with wet labels are not read',
    account: 'northwind',
    by: 'nora',
    began: '78d',
    until: '70d',
    steps: [
      says(
        'nora',
        'Crates that come out of the wash are read at 60 % only. Dry ones at 99 %. We cannot wait for them to dry.',
      ),
      takes('amir'),
      says(
        'amir',
        'Water turns a matt label into a mirror. Two things help: tilt the reader by 15°, or use matt polyester labels. The first costs nothing, shall we begin there?',
      ),
      says('nora', '15° gives us 91 %. Better, not yet good.'),
      notes('amir', 'Send a roll of the polyester samples, they are in the lab cupboard, second shelf.'),
      says(
        'amir',
        'Then also the labels: a sample roll of 500 is on its way, no charge. Let us talk when they have been through the wash twenty times.',
        { next: 'open' },
      ),
      says('nora', '98.7 % after three weeks. Ordered 20 rolls!'),
      solves('nora'),
    ],
  },
  {
    subject: 'Single sign-on with our Entra ID',
    account: 'northwind',
    by: 'nora',
    with: ['marta'],
    began: '84d',
    until: '71d',
    steps: [
      says('nora', 'Our IT wants all tools behind Entra ID this quarter. Marta does the set-up for us.'),
      gives('olivia', 'amir'),
      says(
        'amir',
        `
Good plan. Marta, this is all you need on your side:

- Redirect: \`https://fleet.acme.test/sso/callback\`
- Claims: \`email\`, \`name\`, and a group for the role
- Send us the *metadata address*, it is no secret

We keep the old way open for two weeks, so that nobody stands before a locked door.
`,
      ),
      says('marta', 'Metadata address is in your form. Groups are `fleet-admin` and `fleet-view`.'),
      says(
        'amir',
        'Connected, and tested with your account and mine. The old way closes on the 1st unless you ask for more time.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Robot did not see a glove on the floor',
    account: 'initech',
    by: 'ines',
    began: '39d',
    until: '29d',
    steps: [
      says('ines', 'Carry 6 drove over a glove and dragged it along for 30 metres. Should it not see such things?'),
      takes('olivia'),
      says(
        'olivia',
        'It sees what is higher than 4 cm. A glove is 2. I would not like to promise what the scanner cannot do. A brush in front of the wheels pushes such things aside; we can fit it.',
        { next: 'solved' },
      ),
      reopens('ines'),
      says('ines', 'Then please: a brush for all nine. What does it cost?'),
      says('olivia', 'Nothing: they come with the next service, and the technician brings nine of them.', {
        next: 'solved',
      }),
    ],
  },
  {
    subject: 'Appointment for the next service',
    account: 'northwind',
    by: 'nils',
    began: '90d',
    until: '80d',
    steps: [
      says('nils', 'When does the technician come for the next service? Please not on the 12th, we count stock.'),
      says('amir', 'I offer the 19th, 7:00 to 15:00, Jana again. She needs one dock free and a coffee.'),
      says('nils', 'The 19th is good. Coffee is ready, cake is likely.'),
      says('amir', 'Jana is now *very* punctual.', { next: 'solved' }),
    ],
  },
];
