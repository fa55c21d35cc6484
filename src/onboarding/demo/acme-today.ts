import { gives, notes, type Story, says, takes } from './story.ts';

/** The last day: what is new, under way, or waits for an answer. */
export const acmeToday: readonly Story[] = [
  {
    subject: 'Carry 7 stops at the same tile in aisle 14',
    account: 'northwind',
    by: 'nora',
    with: ['nils'],
    priority: 'High',
    began: '26h',
    until: '14m',
    unreadBy: ['nora', 'nils'],
    steps: [
      says(
        'nora',
        `
Since yesterday's night shift **Carry 7** stops at one tile in aisle 14, always loaded, never empty. It says \`E-214 path not clear\` and waits until somebody walks up to it.

What we have tried:

1. Swept and dried the floor
2. Sent Carry 3 over the same tile: no trouble
3. Restarted the robot from Fleet

Nothing is lying there. Could it be the new drain cover, 40 cm to the left?
`,
      ),
      takes('amir'),
      says(
        'amir',
        `
Hello Nora, that is a very good clue. A drain cover reflects, and a loaded robot sits 6 mm lower, so its front scanner sees more of it.

Could you send me the scan? In Fleet: *Robots → Carry 7 → Diagnostics → Save last 10 minutes*. It stays with us and is deleted after 30 days.
`,
      ),
      says('nora', 'Saved, the name is `C7-0412-aisle14`. It happened twice in there, at 06:12 and 06:31.'),
      notes(
        'amir',
        `
Two clean hits at 214 mm, exactly the edge of the cover. Same picture as the Lyon case. Mask is ready, I only want @Olivia to know that we now have *three* sites with these covers: time to ask hardware for a filter.
`,
      ),
      says(
        'amir',
        `
I can see it: the edge of the cover comes back as an obstacle 21 cm ahead. I have prepared a mask for that one spot, 30 by 30 cm. People and crates there are still seen by the upper scanner.

May I switch it on at 14:00, when your shift changes? It takes a minute and Carry 7 stays where it is meanwhile.
`,
      ),
    ],
  },
  {
    subject: 'Can robots wait somewhere else during the fire drill?',
    account: 'northwind',
    by: 'nils',
    began: '38m',
    steps: [
      says(
        'nils',
        `
We have a fire drill on Thursday at 10:00. The robots park in front of gate 3 when the alarm goes, and that is our way out.

Is there a way to tell them to wait in row A instead, only for that hour? If it is complicated, I can also send them home by hand at 9:50.
`,
      ),
    ],
  },
  {
    subject: 'Beam sensors in cold store report −40 °C',
    account: 'northwind',
    by: 'nora',
    priority: 'Urgent',
    began: '3h',
    until: '52m',
    steps: [
      says(
        'nora',
        `
Eleven of the sixteen Beam sensors in cold store 2 have said exactly −40.0 °C since 07:55. The wall thermometer says −22, so the food is fine, but our log will not look fine to the inspector on Friday.
`,
      ),
      takes('olivia'),
      says(
        'olivia',
        `
Nora, thank you for the quick word. −40.0 is what a Beam sends when its probe is not answering, so these are gaps and not temperatures. I am marking them as gaps in your log now; an inspector will see *no reading*, with your note about the wall thermometer.

Meanwhile: was anything changed at the gateway in cold store 2 this morning, a firmware update for example?
`,
        { next: 'open' },
      ),
      notes(
        'olivia',
        'Gateway went to 5.2.1 at 07:54 by itself. Amir, please hold the roll-out for all sites with the long probes until we know.',
      ),
      says('nora', 'Not by us. The little lamp on the gateway is amber now, it used to be green.'),
      gives('olivia', 'amir'),
    ],
  },
  {
    subject: 'Invoice 2207 shows the old address',
    account: 'initech',
    by: 'ines',
    via: 'email',
    priority: 'Low',
    began: '5h',
    steps: [
      says(
        'ines',
        `
Hello,

last month’s invoice went to our old office, rue Mercière. We moved three months ago. Could you send it again with:

Initech SAS
48 quai Rambaud
69002 Lyon

Our accountants are strict about it, sorry!

Ines
`,
      ),
    ],
  },
  {
    subject: 'API: how do I ask for finished moves only?',
    account: 'initech',
    by: 'marta',
    with: ['ines'],
    began: '28h',
    until: '2h',
    unreadBy: ['marta'],
    steps: [
      says(
        'marta',
        `
I am writing the nightly export for Initech and only need moves that are finished. Right now I take all and filter:

\`\`\`
curl -s https://fleet.acme.test/v2/moves?since=yesterday \\
  -H "Authorization: Bearer $TOKEN" | jq '.[] | select(.state == "done")'
\`\`\`

That is 90 MB a night for 2 MB of data. Is there a filter that I did not find?
`,
      ),
      takes('amir'),
      says(
        'amir',
        `
There is, and it hides too well: \`state\` takes a list.

\`\`\`
GET /v2/moves?state=done,cancelled&since=yesterday&page_size=500
\`\`\`

With \`page_size\` you get a \`next\` link, so a run that broke off can go on where it was. It is described [here](https://docs.acme.test/api/moves#filters), under *Filters*, which nobody reads. I have asked for it to move up.
`,
      ),
    ],
  },
  {
    subject: 'Two more people for Fleet, please',
    account: 'northwind',
    by: 'nora',
    priority: 'Low',
    began: '7h',
    steps: [
      says(
        'nora',
        `
Could you add two colleagues to our Fleet console?

- Samira Öztürk, may do everything but billing
- Jonas Falk, may only look

Thank you! No hurry, they start on Monday.
`,
      ),
    ],
  },
];
