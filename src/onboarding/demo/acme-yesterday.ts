import { notes, type Story, says, sets, takes } from './story.ts';

/** Yesterday and the day before. */
export const acmeYesterday: readonly Story[] = [
  {
    subject: 'Lift 2 opens before the robot has stopped',
    account: 'initech',
    by: 'ines',
    priority: 'Urgent',
    began: '46h',
    until: '4h',
    steps: [
      says(
        'ines',
        `
The door of lift 2 begins to open while the robot is still moving, about half a second too early. Nobody was hurt and nothing touched, but my colleague jumped. We have switched lift 2 to people only.
`,
      ),
      sets('olivia', 'Urgent'),
      takes('olivia'),
      says(
        'olivia',
        `
Ines, switching it off was exactly right. Please leave it so until you hear from us; it costs you nothing, the robots go by lift 1.

I have called the lift company myself. Their controller tells us *levelled* when it is still creeping. They come on site with a new setting, and Amir joins by video.
`,
      ),
      says('ines', 'They are here on Wednesday at 8. I will let Amir in to the call.'),
      notes('olivia', 'Safety file is open (SF-31). Do not close this before the lift company has signed.'),
      notes(
        'amir',
        'I have 08:00 to 10:00 free. Test plan: 20 rides empty, 20 with 40 kg, door timing from the camera.',
      ),
    ],
  },
  {
    subject: 'Night charging: docks take turns?',
    account: 'northwind',
    by: 'nils',
    began: '50h',
    until: '22h',
    steps: [
      says(
        'nils',
        'At night all six robots charge at once and our power limit trips at 02:00. Can the docks take turns? They have until 05:30 anyway.',
      ),
      takes('amir'),
      says(
        'amir',
        `
They can. Under *Docks → Power* there is a limit for the whole group. With 4 kW, three robots charge at a time and all six are full by 04:40.

I did not want to change it without you: it also applies by day. Shall I set 4 kW from 22:00 to 05:30 only?
`,
      ),
    ],
  },
  {
    subject: 'Which cleaner is safe for the scanner glass?',
    account: 'initech',
    by: 'marta',
    began: '31h',
    until: '25h',
    steps: [
      says(
        'marta',
        'The cleaning company asks which product they may use on the scanner windows. The manual only says "suitable".',
      ),
      takes('olivia'),
      says(
        'olivia',
        `
A fair complaint about our manual! In plain words:

| | |
|---|---|
| Yes | water with a drop of dish soap, isopropyl up to 70 % |
| No | acetone, ammonia (most window cleaners), anything that scours |

A soft cloth, once a week, robot switched off. I have sent this page back to the people who write the manual.
`,
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'The map shows the mezzanine twice',
    account: 'northwind',
    by: 'nora',
    began: '60h',
    until: '9h',
    steps: [
      says(
        'nora',
        'After the rack move the Fleet map has two mezzanines, one 3 metres beside the other. The robots drive well, it only looks odd.',
      ),
      takes('amir'),
      says(
        'amir',
        'That is a scan from before the move which was never retired. I would like to remove it tonight after your last shift. Is 22:15 fine?',
      ),
      says('nora', 'Yes, the last truck leaves at 21:45. Thank you!'),
      notes('amir', 'Old layer is `mezz-03`. Keep a copy for a week, they may want to compare.'),
    ],
  },
  {
    subject: 'Spare wheels for Carry 4, how many should we keep?',
    account: 'initech',
    by: 'ines',
    via: 'agent',
    began: '33h',
    until: '32h',
    failed: { to: 'ines', error: 'The mailbox is full (552 5.2.2).' },
    steps: [
      says(
        'olivia',
        `
Dear Ines, as promised on the phone: with nine robots on epoxy and two shifts, drive wheels last about 14 months. Four in the cupboard are plenty, and one pair of casters.

If you like, I add them to your next delivery, so that you pay no extra freight.
`,
      ),
      notes('olivia', 'Ines called on the way to the train. She has 9 robots, two shifts, epoxy floor.'),
    ],
  },
  {
    subject: 'Webhook signature does not match since Tuesday',
    account: 'initech',
    by: 'marta',
    priority: 'High',
    began: '20h',
    until: '1h',
    steps: [
      says(
        'marta',
        `
Since Tuesday 16:00 our receiver refuses your webhooks because the signature does not match. We changed nothing. This is what we compute:

\`\`\`js
const mac = createHmac('sha256', secret).update(body).digest('hex');
return mac === req.headers['x-acme-signature'];
\`\`\`
`,
      ),
      takes('amir'),
      says(
        'amir',
        `
Thank you for the code, it makes this quick. On Tuesday we began to send the time with the signature, so that an old message cannot be played again:

> \`x-acme-signature: t=1765893600,v1=5257a8…\`

You need the part after \`v1=\`, over \`t + "." + body\`. We announced it by mail six weeks ago, but only to the account's admins, which was not kind to those who write the code. Would a compatible header for four more weeks help you?
`,
      ),
      says(
        'marta',
        'It would, very much: I am on site until Friday and cannot deploy. Then I do it properly next week.',
      ),
    ],
  },
];
