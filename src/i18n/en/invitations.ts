/** Invitations and newcomers: their mails and their pages. */
export const invitations = {
  'mail.invited.subject': 'Your invitation to {brand}',
  'mail.invited.heading': 'You are invited to {brand}',
  'mail.invited.lead': 'There you can ask for help, and follow the answers in one place.',
  'mail.invited.by': 'Invited by',
  'mail.invited.workspace': 'Workspace',
  'mail.invited.address': 'Your address',
  'mail.invited.button': 'See the invitation',
  'mail.invited.note':
    'It lasts 14 days, works once and is for this address alone. Did you not expect it? Ignore this mail: nothing happens.',
  'mail.invited.footer': 'Sent to {email}, because somebody who decides about access at {brand} invited this address.',
  'mail.invitedAgent.subject': 'Your invitation to answer at {brand}',
  'mail.invitedAgent.heading': 'You are invited to {brand}',
  'mail.invitedAgent.lead': 'As one of those who answer the customers of {brand}.',

  'mail.asked.subject': 'Somebody asks to join {account}',
  'mail.asked.heading': 'Somebody asks to join {account}',
  'mail.asked.lead': 'They have proven that the address is theirs. Nobody comes in before one of you says yes.',
  'mail.asked.who': 'Who',
  'mail.asked.button': 'Decide',
  'mail.asked.note': 'Do you not know this person? Refuse, or leave it as it is.',
  'mail.asked.footer': 'You get this mail because you decide who may enter {account} at {brand}.',

  'mail.granted.subject': 'You may now enter {brand}',
  'mail.granted.heading': 'Welcome to {brand}',
  'mail.granted.lead': 'You asked to join {account}, and the answer is yes.',
  'mail.granted.button': 'Sign in',
  'mail.granted.note': 'We will mail you a link and a code. No password needed.',
  'mail.granted.footer': 'You get this mail because you asked for access at {brand}.',

  'asked.title': 'Your address is confirmed',
  'asked.text': 'The admins of {account} have been asked whether you may come in.',
  'asked.mail': 'We will write to {email} as soon as one of them says yes. You can close this page.',

  'invitation.over.title': 'This invitation cannot be used any more',
  'invitation.over.text':
    'It was withdrawn, or somebody has used it already. Please ask whoever invited you for a new one. If you have access, just sign in.',
} as const;
