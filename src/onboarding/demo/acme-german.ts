import { notes, type Story, says, sets, solves, takes } from './story.ts';

/** What the house in Hamburg writes in German. */
export const acmeGerman: readonly Story[] = [
  {
    subject: 'Roboter bleibt vor der Schleuse stehen',
    account: 'northwind',
    by: 'nils',
    with: ['nora'],
    priority: 'High',
    began: '30h',
    until: '26m',
    unreadBy: ['nils'],
    steps: [
      says(
        'nils',
        `
Moin zusammen,

seit heute früh bleibt **Carry 2** vor der Schleuse zum Tiefkühllager stehen und piept. Die Tür geht auf, er fährt nicht los, die Tür geht wieder zu. Dann alles von vorn.

- Meldung im Display: \`W-071\`
- Die anderen fahren durch
- Neustart hat nichts geändert
`,
      ),
      takes('olivia'),
      says(
        'olivia',
        `
Moin Nils, danke für die genaue Beschreibung! \`W-071\` heißt: Er sieht die Tür offen, traut aber dem Boden nicht. Meist ist Reif auf dem unteren Sensor.

Könnten Sie die kleine Scheibe vorn unten (so groß wie eine Briefmarke) mit einem trockenen Tuch abwischen und ihn noch einmal losschicken?
`,
      ),
      says('nils', 'War tatsächlich beschlagen. Er ist durchgefahren, aber beim dritten Mal stand er wieder.'),
      notes(
        'olivia',
        'Dichtung der Scheibe vermutlich undicht, deshalb von innen beschlagen. Amir, haben wir noch welche aus der Serie B?',
      ),
      says(
        'olivia',
        'Dann zieht die Dichtung Luft. Ich schicke Ihnen heute eine neue Scheibe mit Dichtung, sie ist morgen vor 10 Uhr da. Bis dahin kann Carry 2 in Halle 1 ganz normal arbeiten; ich habe ihn dort eingeteilt.',
      ),
    ],
  },
  {
    subject: 'Handbuch auf Deutsch für die Docks?',
    account: 'northwind',
    by: 'nils',
    priority: 'Low',
    began: '4h',
    steps: [
      says(
        'nils',
        'Gibt es das Handbuch für die neuen Ladestationen auch auf Deutsch? Zwei Kollegen tun sich mit dem Englischen schwer.',
      ),
    ],
  },
  {
    subject: 'Falsche Uhrzeit auf den Etiketten',
    account: 'northwind',
    by: 'nils',
    began: '4d',
    until: '27h',
    steps: [
      says('nils', 'Auf den Etiketten steht seit dem Stromausfall eine Stunde zu wenig. In Fleet stimmt die Zeit.'),
      takes('amir'),
      says(
        'amir',
        'Danke für den Hinweis! Der Etikettendrucker an Tor 2 hat eine eigene Uhr und fragt uns nicht. Unter *Menü → Zeit → Quelle* bitte „Netz“ wählen.',
      ),
      says('nils', 'Da steht nur „Intern“. Ist wohl ein älteres Modell.'),
    ],
  },
  {
    subject: 'Rechnung 2190: Menge stimmt nicht',
    account: 'northwind',
    by: 'nora',
    via: 'email',
    began: '13d',
    until: '11d',
    steps: [
      says(
        'nora',
        'Guten Tag, auf Rechnung 2190 stehen 24 Filtermatten, geliefert wurden 12. Bitte prüfen Sie das. Viele Grüße, Nora Lindqvist',
      ),
      takes('olivia'),
      says(
        'olivia',
        'Guten Tag Frau Lindqvist, Sie haben recht: Der zweite Karton ging an einen anderen Kunden. Die Gutschrift über 12 Matten ist unterwegs, die richtige Rechnung liegt unter *Dokumente*. Entschuldigen Sie bitte die Mühe.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Rampe 3: Roboter zu schnell?',
    account: 'northwind',
    by: 'nils',
    priority: 'High',
    began: '21d',
    until: '16d',
    steps: [
      says(
        'nils',
        'An Rampe 3 fahren die Roboter gefühlt schneller als früher. Ein Kollege fühlt sich unwohl. Was ist da eingestellt?',
      ),
      takes('amir'),
      says(
        'amir',
        'Eingestellt sind 0,9 m/s, gemessen 0,88. Aber Gefühl zählt hier auch: Ich schlage 0,6 m/s zwischen 6 und 9 Uhr vor, wenn dort am meisten Menschen sind. Einverstanden?',
      ),
      says('nils', 'Sehr gern. Danke, dass ihr das ernst nehmt.'),
      says('amir', 'Ist eingestellt und gilt ab sofort.', { next: 'solved' }),
    ],
  },
  {
    subject: 'Zwei Sensoren melden sich nicht mehr',
    account: 'northwind',
    by: 'nils',
    began: '34d',
    until: '30d',
    steps: [
      says('nils', 'Beam 4 und Beam 11 im Hochregal sind seit dem Wochenende grau.'),
      takes('amir'),
      says(
        'amir',
        'Beide laufen mit der ersten Batterie, das sind jetzt 31 Monate. Ich vermute schlicht: leer. Zwei Knopfzellen CR2477, bitte von einer bekannten Marke.',
      ),
      says('nils', 'Getauscht, beide grün. Auf der Leiter war es schön kühl.'),
      solves('nils'),
    ],
  },
  {
    subject: 'Urlaubsvertretung für Nils',
    account: 'northwind',
    by: 'nora',
    priority: 'Low',
    began: '41d',
    until: '40d',
    steps: [
      says(
        'nora',
        'Nils ist ab Montag zwei Wochen im Urlaub. Kann Jonas solange die Meldungen auf sein Telefon bekommen?',
      ),
      says(
        'olivia',
        'Ist eingerichtet: von Montag 6:00 bis zum übernächsten Sonntag, danach geht es von selbst an Nils zurück. Schönen Urlaub an ihn!',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'WLAN-Umstellung am Wochenende',
    account: 'northwind',
    by: 'nils',
    began: '58d',
    until: '52d',
    steps: [
      says(
        'nils',
        `
Am Samstag stellt unsere IT das WLAN um. Neuer Name, neues Kennwort. Was müssen wir an den Robotern tun?

Wir sind ab 13 Uhr zu zweit vor Ort.
`,
      ),
      takes('amir'),
      says(
        'amir',
        `
Am wenigsten Arbeit macht es so:

1. **Vorher** das neue Netz in Fleet unter *Site → Netz* als zweites eintragen
2. Umstellen
3. Jeder Roboter sucht nach zwei Minuten selbst das zweite Netz
4. Am Montag das alte löschen

Dann muss niemand an einen Roboter gehen. Ich bin am Samstag bis 16 Uhr erreichbar.
`,
      ),
      says('nils', 'Fünf von sechs waren von allein da. Carry 6 brauchte einen Schubs.', {
        via: 'email',
        quoted: '> Dann muss niemand an einen Roboter gehen.\n> Ich bin am Samstag bis 16 Uhr erreichbar.',
      }),
      says(
        'amir',
        'Fünf von sechs nehme ich. Carry 6 hat noch das alte Funkmodul, den merke ich für den nächsten Service vor.',
        { next: 'solved' },
      ),
    ],
  },
  {
    subject: 'Kiste verkantet am Förderband',
    account: 'northwind',
    by: 'nils',
    began: '73d',
    until: '69d',
    steps: [
      says(
        'nils',
        'Die blauen Kisten verkanten sich bei der Übergabe ans Band, die grauen nicht. Die blauen sind 8 mm breiter.',
      ),
      takes('olivia'),
      sets('olivia', 'High'),
      says(
        'olivia',
        'Das reicht schon. Die Führung lässt sich um 10 mm öffnen, ich schicke ein Bild mit den zwei Schrauben. Bitte auf *beiden* Seiten gleich.',
      ),
      says('nils', 'Läuft wie Butter. Danke!'),
      solves('nils'),
    ],
  },
  {
    subject: 'Wer darf die Geschwindigkeit ändern?',
    account: 'northwind',
    by: 'nils',
    priority: 'Low',
    began: '88d',
    until: '87d',
    steps: [
      says('nils', 'Darf ich als Schichtleiter die Geschwindigkeit ändern oder nur Nora?'),
      says(
        'amir',
        'Nur Nora und wir. Sie können aber jederzeit *anhalten*; das darf jede und jeder im Haus, auch ohne Anmeldung.',
        { next: 'solved' },
      ),
    ],
  },
];
