/** The tenant's own forms, as customers fill them in. */
export const ask = {
  'ask.allForms': 'All forms',
  'ask.forms': 'Forms',
  'ask.none.title': 'There is no form for you yet',
  'ask.none.text': 'Nothing is set up for requests from this workspace. Please ask whoever invited you.',
  'ask.continue': 'Continue',
  'ask.news': 'New below: {questions}',
  'ask.revealed': {
    one: 'Your answers lead to one more question:',
    other: 'Your answers lead to {count} more questions:',
  },
  'ask.changed':
    'This form was changed while you were writing. Everything that still fits is filled in. Please look it over and send it.',
  'ask.lost': 'This is not asked any more. Copy it if you need it:',
  'ask.lostUnnamed': 'Your answer',
  'ask.lostFile': 'A file is not here any more. Please attach it again; nothing was sent yet.',
  'ask.draftElsewhere': 'You have a request here that was not sent yet.',
  'ask.answers': 'Answers as they were sent',
} as const;
