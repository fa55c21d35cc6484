/** Who follows a request besides the one who asked, and putting people on it and taking them off. */
export const people = {
  'mail.added.subject': 'Request #{number} at {brand}',
  'mail.added.heading': 'You were added to request #{number}',
  'mail.added.headingBy': '{name} added you to request #{number}',
  'mail.added.lead':
    'You can read it and write in it, and the answers of {brand} will reach you by mail. You can answer those mails too.',
  'mail.added.button': 'Open the request',
  'mail.added.note': 'This link is yours. Whoever has it can read the request and answer in your name.',
  'mail.added.footer':
    'You get this mail because somebody added you to request #{number}. If that was a mistake, ignore it.',

  'agent.event.edited': '{name} edited a message',
} as const;
