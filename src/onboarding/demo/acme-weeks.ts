import { notes, reopens, type Story, says, sets, solves, takes } from './story.ts';

/** Three days to three weeks ago. */
export const acmeWeeks: readonly Story[] = [
  {
    subject: 'Weekly report counts Sundays twice',
    account: 'northwind',
    by: 'nora',
    began: '12d',
    until: '3d',
    steps: [
      says(
        'nora',
        'In the weekly report for Gothenburg the Sunday appears in both weeks. Last week we "moved" 4 % more than we did. I like the number, but it is not true.',
      ),
      takes('olivia'),
      says(
        'olivia',
        'Found it: the report cuts weeks in UTC, and your Sunday night shift begins at 23:00 local time. I have asked our developers for weeks in the zone of the site.',
        { next: 'open' },
      ),
      notes('olivia', 'Ticket with dev: FLEET-4410. They say two days.'),
      says(
        'olivia',
        'It is live. Reports from this month on are computed anew; the older ones carry a small note. Would you compare one week with your own count?',
      ),
      says('nora', 'Compared, they match to the crate. Thank you for not simply explaining it away.'),
      solves('nora'),
    ],
  },
  {
    subject: 'Robot sings when it drives backwards',
    account: 'initech',
    by: 'ines',
    priority: 'Low',
    began: '9d',
    until: '5d',
    steps: [
      says(
        'ines',
        'Carry 2 makes a singing noise, only backwards, only unloaded. The team has named it Édith. Is it a problem, or may we keep her?',
      ),
      takes('amir'),
      says(
        'amir',
        'Édith has a dry left bearing, I am fairly sure. Could you hold a phone beside the left wheel and send us ten seconds?',
      ),
      says('ines', 'We sent it through the app. Please do not laugh at my colleague singing along.'),
      says(
        'amir',
        `
Nobody laughed (twice). It is the bearing: harmless for some weeks, then not. A replacement is on its way, and here is [how to change it](https://docs.acme.test/carry/bearings), twenty minutes with the key from the tool box.
`,
      ),
    ],
  },
  {
    subject: 'Fleet signs me out every ten minutes',
    account: 'northwind',
    by: 'nils',
    began: '6d',
    until: '4d',
    steps: [
      says('nils', 'On the tablet at gate 1, Fleet signs me out every ten minutes. On my own phone it does not.'),
      takes('amir'),
      says(
        'amir',
        'Is the tablet in *kiosk mode*, with the browser closing its tabs? Then it throws the session away each time.',
      ),
      says('nils', 'It is, since the new IT colleague set it up. He has now allowed it for Fleet. Works!'),
      says(
        'amir',
        'Wonderful. I add a sentence about kiosk mode to the help, so that the next one finds it. Have a good shift!',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Emergency stop of Carry 5 sticks',
    account: 'northwind',
    by: 'nora',
    with: ['nils'],
    priority: 'Urgent',
    began: '15d',
    until: '13d',
    steps: [
      says(
        'nora',
        'The red button on Carry 5 does not come out again by itself; one has to pull it. It does stop. We have taken it out of service.',
      ),
      takes('olivia'),
      says(
        'olivia',
        'Out of service is right. A new button leaves us today by courier, with photos of the four screws. Please do not drive Carry 5 before it is in, also not "only to the workshop".',
        { next: 'open' },
      ),
      says('nils', 'Button is in. Tested ten times as in your list, ten times fine.'),
      says(
        'olivia',
        'Perfect. I have written the test into the robot’s record with your name and the time. Thank you both.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Can I see who sent a robot?',
    account: 'northwind',
    by: 'nils',
    priority: 'Low',
    began: '5d',
    until: '3d',
    steps: [
      says('nils', 'Somebody sends Carry 1 to the canteen at lunch. Funny, but it blocks the door. Can I see who?'),
      takes('amir'),
      says(
        'amir',
        'You can: *Moves → the move → History* shows who asked. Your role only shows your own moves; Nora sees all. Or we simply make the canteen a place where robots may not wait?',
      ),
    ],
  },
  {
    subject: 'Docks by the window overheat at noon',
    account: 'initech',
    by: 'ines',
    priority: 'High',
    began: '18d',
    until: '4d',
    steps: [
      says('ines', 'Docks 3 and 4 stand in the sun from 11 to 15 o’clock and stop charging at 48 °C.'),
      takes('amir'),
      says(
        'amir',
        'They protect the batteries, so that is as it should be, but no help. Is there a wall within 5 metres that stays in the shade? The cable kit reaches that far.',
      ),
      says('ines', 'Yes, behind the packing tables. Do we need an electrician?'),
      says(
        'amir',
        'No: it plugs in. I send the kit, the floor marks and a map with the new places. You only confirm the map in Fleet.',
        { next: 'waiting' },
      ),
      solves('ines'),
      reopens('ines'),
      says(
        'ines',
        'Sorry, too early: dock 4 is not found after the move. The marks are down, I have checked them twice.',
      ),
    ],
  },
  {
    subject: 'Carry 9 prefers the long way',
    follows: 'Add hall 2 to the map',
    account: 'initech',
    by: 'marta',
    began: '7d',
    until: '2d',
    steps: [
      says(
        'marta',
        'Carry 9 goes around hall 1 instead of through it, every time. 210 metres instead of 80. The others take the short way.',
      ),
      takes('amir'),
      says(
        'amir',
        'Hall 1 is marked *narrow* for robots with the wide tray, and Carry 9 has had one since the last service. Is it still fitted?',
      ),
      says('marta', 'No, it went back to the normal tray two weeks ago. So it thinks it is fatter than it is?'),
      says(
        'amir',
        'Exactly that. I have set the normal tray in Fleet; it should take the short way from the next move on.',
      ),
    ],
  },
  {
    subject: 'Export of all temperatures for the audit',
    account: 'northwind',
    by: 'nora',
    priority: 'High',
    began: '16d',
    until: '14d',
    steps: [
      says(
        'nora',
        'The auditors want all temperatures of cold store 1 and 2 for the last 24 months as one file. The export page stops at 90 days. They come on the 3rd.',
      ),
      takes('olivia'),
      notes('olivia', 'Page limit is only for the browser. I run it from the archive, about 40 minutes.'),
      says(
        'olivia',
        `
Here it is, as one CSV of 212 MB and, because auditors are people too, as a summary by day: [download](https://files.acme.test/northwind/audit) (your Fleet sign-in, 14 days).

Gaps are marked as gaps. There are 7, the longest 22 minutes, each with its reason.
`,
      ),
      says('nora', 'The auditor just called it "the nicest file of the year". You made two people happy.'),
      solves('nora'),
    ],
  },
  {
    subject: 'Battery of Carry 3 at 71 % health',
    account: 'northwind',
    by: 'nils',
    began: '19d',
    until: '17d',
    steps: [
      says('nils', 'Fleet says 71 % battery health for Carry 3. When is it time for a new one?'),
      takes('amir'),
      sets('amir', 'Low'),
      says(
        'amir',
        'At 65 %, or when the charge no longer lasts from break to break. With your use that is in about five months. I have set a reminder in Fleet which tells you *and* us.',
        { next: 'solved' },
      ),
      says('nils', 'Perfect, thanks.'),
      says('amir', 'With pleasure!', { next: 'solved' }),
    ],
  },
];
