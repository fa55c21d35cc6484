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
  'ask.gone.title': 'This form is not here any more',
  'ask.gone.text':
    'It was taken away, or is not meant for you any more, while you were writing. Nothing was sent. Here is what you wrote; you can go on with it in another form.',
  'ask.gone.none': 'There is no other form for you just now. Copy it if you need it.',
  'ask.gone.to': 'Go on in “{form}”',
  'ask.gone.files': 'Your files go along.',
  'ask.answers': 'Answers as they were sent',
} as const;
