export const signIn = {
  'signIn.title': 'Sign in',
  'signIn.heading': 'Sign in to {brand}',
  'signIn.intro': 'We will mail you a link and a code. No password needed.',
  'signIn.email': 'Your email address',
  'signIn.send': 'Send me a link',
  'signIn.tooMany':
    'That was a lot of tries in a short time. Please wait a minute and try again; your address is still here.',
  'signIn.expired': 'You were signed out. Sign in to go on.',
  'signIn.draftKept': 'You were signed out, and what you wrote is kept. Sign in and it will be there.',
  'signIn.pressBack':
    'You are not signed in. Press Back, your text is still there: copy it, sign in, and send it again.',
  'signIn.signedOut': 'You are signed out.',
  'signIn.signedOutEverywhere': 'You are signed out on every device.',

  'code.title': 'Look in your mail',
  'code.sent': 'If {email} is known here, a mail with a link and a code is on its way.',
  'code.label': 'Code from the mail',
  'code.hint': 'Six digits. Or press the link in the mail.',
  'code.submit': 'Sign in',
  'code.wrong': 'That code does not work. A code lasts 10 minutes and 5 tries.',
  'code.sendNew': 'Send a new one',
  'code.otherAddress': 'Use another address',
  'code.limit': 'We send at most five an hour; use the newest.',
  'code.nothingCame': 'Nothing came? Look in the spam folder, or check the address.',
  'code.here': 'The code works only in this browser. The link works in any.',

  'link.title': 'Sign in',
  'link.heading': 'Sign in to {brand}?',
  'link.as': 'You will be signed in as {email} in this browser.',
  'link.askedAt': 'The link was asked for {when}.',
  'link.askedAtNear': 'The link was asked for {when}, near {place}.',
  'link.otherBrowser':
    'It was asked for in another browser. If that was not you, close this page: nothing has happened.',
  'link.confirm': 'Sign in',
  'link.spent.title': 'This link has been used',
  'link.spent.text': 'A link works once. We can send you a new one.',
  'link.expired.title': 'This link is too old',
  'link.expired.text': 'A link lasts 10 minutes. We can send you a new one.',
  'link.replaced.title': 'There is a newer link',
  'link.replaced.text': 'You asked again later, so only the newest mail works. Look for it, or ask for a new one.',
  'link.unknown.title': 'We do not know this link',
  'link.unknown.text': 'Perhaps it was cut off on the way. We can send you a new one.',
  'link.refused.title': 'You cannot come in just now',
  'link.refused.text':
    'There is no place here that you may enter. Please write to {brand} if you think there should be one.',
  'link.sendNew': 'Send me a new link',

  'workspaces.title': 'Choose a workspace',
  'workspaces.intro': 'You belong to more than one. You can switch at any time from the top of the page.',
  'workspaces.current': 'You are here',
  'workspaces.enter': 'Enter {workspace}',
  'workspaces.role.admin': 'You see all requests',
  'workspaces.role.member': 'You see your own requests',
  'workspaces.none':
    'There is no workspace that you can enter. Please write to {brand} if you think there should be one.',
  'workspaces.mismatch.title': 'This page was made for another workspace',
  'workspaces.mismatch.text':
    'It was opened for {made}, and you are now in {current}. Nothing was sent.',
  'workspaces.mismatch.lost':
    'It was opened for a workspace that you can no longer enter. You are now in {current}. Nothing was sent.',
  'workspaces.mismatch.back': 'Switch to {made}',
  'workspaces.mismatch.stay': 'Stay in {current}',

  'welcome.title': 'What is your name?',
  'welcome.intro': 'The people who answer you will see it. We ask only once.',
  'welcome.name': 'Your name',
  'welcome.submit': 'Go on',
} as const;
