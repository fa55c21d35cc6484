export const handOff = {
  'handOff.continueWith': 'Continue with {brand}',
  'handOff.orByMail': 'Or we mail you a link and a code.',
  'handOff.byMail': 'Sign in by mail instead',
  'handOff.stale.title': 'That took too long',
  'handOff.stale.text':
    'The way from {brand} to here works once and only for a moment. Go back to {brand} and press the link again.',
  'handOff.refused.title': 'You cannot come in this way just now',
  'handOff.refused.text':
    'There is no place here that you may enter yet. Please write to {brand} if you think there should be one.',
  'handOff.broken.title': 'We could not sign you in',
  'handOff.broken.text':
    'Something is not right between {brand} and this page. Please try again; if it happens again, tell {brand}.',
  'handOff.looking.title': 'You are looking as somebody else',
  'handOff.looking.text':
    'An agent’s view of {brand} is open in this browser. End it first, then come again from the product.',
  'handOff.other.title': 'Switch to another person?',
  'handOff.other.now': 'In this browser you are signed in as {email}.',
  'handOff.other.then': '{brand} sends you here as {email}.',
  'handOff.other.confirm': 'Switch',
  'handOff.other.stay': 'Stay as I am',
  'handOff.other.doubt': 'If you did not just press a link to get help, stay as you are.',
} as const;
