export const problems = {
  'problem.404.title': 'There is nothing here',
  'problem.404.text':
    'The address may be mistyped, or this is not yours to see. If somebody sent you the link, ask them to check it.',
  'problem.400.title': 'That could not be read',
  'problem.400.text': 'Something in what was sent was not right. Press Back, your text is still there, and try again.',
  'problem.403.title': 'You cannot do this here',
  'problem.403.text': 'Your role in this workspace does not allow it.',
  'problem.405.title': 'That does not work here',
  'problem.405.text': 'This address does not take what was sent to it.',
  'problem.409.title': 'Something changed meanwhile',
  'problem.409.text': 'Somebody was quicker. Press Back, your text is still there, and reload the page.',
  'problem.410.title': 'This is gone',
  'problem.410.text': 'It was here once, and has been removed.',
  'problem.413.title': 'That is too long',
  'problem.413.text': 'Please send less at a time. Press Back, your text is still there.',
  'problem.429.title': 'A little slower, please',
  'problem.429.text':
    'There was too much at once. Wait a minute and try again. If you were writing, press Back: your text is still there.',
  'problem.500.title': 'That went wrong on our side',
  'problem.500.text': 'We have a record of it. Please try again in a moment; nothing you sent before is lost.',
  'problem.requestId': 'If you write to us about it, name this number: {id}',
  'problem.crossSite.title': 'This came from another page',
  'problem.crossSite.text': 'For your safety we take forms only from our own pages. Open the page here and try again.',
  'problem.home': 'To the start page',

  'problem.signIn': 'Sign in',
  'problem.signedOut.title': 'You are signed out',
  'problem.signedOut.text':
    'Sign in and try again. Press Back first if you want to copy what you wrote: your text is still there.',
  'problem.signedOutKept.title': 'Sign in to go on',
  'problem.signedOutKept.text':
    'Your session had ended. What you wrote is kept: sign in, and it is in its place again.',
  'problem.busy.title': 'Many people are writing here at this moment',
  'problem.busy.text':
    'What you wrote found no gap between them, and was not sent. Press Back, your text is still there, and send it again.',
  'problem.suspended.title': 'This portal is closed for now',
  'problem.suspended.text':
    'Please try again later. If you need something soon, write to the company as you usually do.',
} as const;
