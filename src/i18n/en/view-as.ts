/** An agent sees the portal as a contact does: what the agent app says, and what the portal says. */
export const viewAs = {
  'viewAs.button': 'View as {name}',
  'viewAs.title': 'View portal as {name}',
  'viewAs.what': 'You will see the portal of {account} as {name} sees it, in this browser.',
  'viewAs.rules': 'Nothing can be changed, and nothing is marked as read. It ends by itself after 30 minutes.',
  'viewAs.seen': 'It is recorded. The admins of {account} can see in their history that you looked.',
  'viewAs.make': 'Make a link',
  'viewAs.ready': 'The link works once, within the next minute.',
  'viewAs.open': 'Open the portal',
  'viewAs.again': 'Make a new link',
  'viewAs.noAccess': '{name} has no access to {account} at the moment, so there is nothing to see.',

  'viewAs.ask.title': 'View as {name}',
  'viewAs.ask.heading': 'See this portal as {name}?',
  'viewAs.ask.who': 'You are {agent} of {brand}, and will see {account} as {email} does.',
  'viewAs.ask.replaces': 'You are signed in to this portal as {email} in this browser. That session will be replaced.',
  'viewAs.ask.confirm': 'View as {name}',
  'viewAs.dead.title': 'This link opens nothing',
  'viewAs.dead.spent': 'It has been used. A link works once: make a new one in the agent app.',
  'viewAs.dead.expired': 'It is too old. A link lasts a minute: make a new one in the agent app.',
  'viewAs.dead.unknown': 'We do not know it. Make a new one in the agent app.',
  'viewAs.dead.refused': 'You or the person may no longer look there.',

  'viewAs.banner.label': 'Viewing as somebody else',
  'viewAs.banner.as': 'You see this portal as {name} ({account}). Nothing can be changed. Ends at {time}.',
  'viewAs.banner.somebody': 'You see this portal as somebody else sees it. Nothing can be changed.',
  'viewAs.end': 'End',
  'viewAs.ended.title': 'You no longer view as somebody else',
  'viewAs.ended.text': 'You can close this page.',
  'viewAs.noReply': '{name} can answer here. While you view as them, you cannot.',

  'problem.viewOnly.title': 'Nothing can be changed here',
  'problem.viewOnly.text':
    'You see this portal as somebody else sees it, so nothing was sent. To go on as yourself, end it first.',
} as const;
