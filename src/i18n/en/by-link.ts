/** A request opened by the link of a mail, without signing in; and turning such links off. */
export const byLink = {
  'byLink.whose': 'This page was opened by the link of a mail to {email}. What is written here is sent as {name}.',
  'byLink.notYou': 'Not {name}?',
  'byLink.notYou.text':
    'The mail was passed on to you, so please write nothing here: it would be sent in the name of {name}. If you are {name} and did not pass it on, turn the links of this request off.',
  'byLink.turnOff': 'Turn off these links',
  'byLink.signedInAs':
    'In this browser you are signed in as {email}. On this page that does not count: what is written here is sent as {name}.',
  'byLink.ownRequests': 'Go to your requests',
  'byLink.openThere': 'Open it in its workspace',
  'byLink.signIn': 'Sign in',
  'byLink.reply': 'Reply as {name}',
  'byLink.solved': 'This request is solved. If it is not, just reply.',
  'byLink.closed': 'It takes no more replies. Sign in to go on in a new request that refers to this one.',
  'byLink.closedKept':
    'This request was closed while you were writing, so nothing was sent. Here is a copy of your text.',
  'byLink.dead.expired.title': 'This link is too old',
  'byLink.dead.expired.text': 'The links in our mails open a request for 30 days. Sign in, and it opens at once.',
  'byLink.dead.off.title': 'This link opens nothing any more',
  'byLink.dead.off.text': 'It was turned off, or the request moved. Sign in to see all that you have access to.',
  'byLink.dead.unknown.title': 'We do not know this link',
  'byLink.dead.unknown.text': 'Perhaps it was cut off on the way. Sign in to see your requests.',
  'byLink.dead.send': 'Send me a sign-in link',
  'byLink.dead.notSent': 'Nothing was sent. Here is a copy of your text.',

  'byLink.own.text': 'The links in our mails to you open this request without signing in.',
  'byLink.own.turnOff': 'Turn off those sent so far',
  'byLink.own.done': 'The links in earlier mails about this request open it no more.',

  'byLink.agent.link': 'Links in mails',
  'byLink.agent.show': 'Show, turn off',
  'byLink.agent.title': 'Links in mails about #{number}',
  'byLink.agent.what':
    'The mails about this ticket carry links that open it, to read and to reply, without signing in. Each belongs to one person and lasts 30 days.',
  'byLink.agent.holder': { one: '{name}: {count} link', other: '{name}: {count} links' },
  'byLink.agent.confirm': 'Turn all of them off',
  'byLink.agent.later': 'Mails sent from now on carry new links. Everybody can still sign in.',
  'byLink.agent.none': 'No link in a mail opens this ticket.',
  'byLink.agent.back': 'Back to the ticket',
} as const;
