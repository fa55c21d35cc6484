/** What mail says. A request's number comes as text, so that it is not written 1,042. */
export const mail = {
  'mail.subject': '{subject} [#{number}]',
  'mail.replySubject': 'Re: {subject} [#{number}]',
  'mail.answerLine': 'Write your answer above this line',
  'mail.cut': 'This message is long. All of it is in the portal.',
  'mail.cutForAgents': 'This message is long. All of it is in the agent app.',
  'mail.footer': 'You get this mail because you take part in request #{number}.',
  'mail.footerForAgents': 'You get this mail because you answer requests at {brand}.',
  'mail.footerSignIn': 'Sent to {email}, because somebody asked to sign in with this address.',

  'mail.signIn.subject': '{code} is your code for {brand}',
  'mail.signIn.preheader': 'Type it where you asked for it, or sign in with one press.',
  'mail.signIn.heading': 'Sign in to {brand}',
  'mail.signIn.lead': 'Type this code on the page where you asked for it:',
  'mail.signIn.alternative': 'Or press the button, on any device:',
  'mail.signIn.button': 'Sign in',
  'mail.signIn.note':
    'Code and link work once, for 10 minutes. If it was not you who asked, ignore this mail: without it nobody can sign in as you.',

  'mail.received.preheader': 'Request #{number} has reached us. You can answer this mail to add to it.',
  'mail.received.heading': 'We have your request',
  'mail.received.lead': 'It is number #{number}. We will answer by mail, and you can follow it in the portal.',
  'mail.received.button': 'View your request',
  'mail.received.note': 'Something to add? Just answer this mail.',

  'mail.reply.did': 'answered your request #{number}',
  'mail.reply.preheader': '{author}: {excerpt}',
  'mail.reply.button': 'Answer in the portal',
  'mail.reply.note': 'Or just answer this mail.',

  'mail.solved.badge': 'Solved',
  'mail.solved.lead': '{author} marked your request #{number} as solved.',
  'mail.solved.button': 'View your request',
  'mail.solved.note': 'Not solved yet? Answer this mail, and your request is open again.',

  'mail.agent.newLead': 'New request #{number}. Nobody has taken it yet.',
  'mail.agent.did': 'wrote in #{number}',
  'mail.agent.preheader': '{author}: {excerpt}',
  'mail.agent.from': 'From',
  'mail.agent.account': 'Account',
  'mail.agent.priority': 'Priority',
  'mail.agent.button': 'Open in the agent app',
  'mail.agent.note': 'Please answer in the agent app. An answer to this mail reaches nobody.',

  'mail.refused.nowhere': 'This address takes no mail. Please use the portal that our mail to you came from.',
  'mail.refused.unreadable': 'We could not read that mail. Please answer in the portal: {link}',
  'mail.refused.unverified': 'We could not verify that this mail is yours. Please answer in the portal: {link}',
  'mail.refused.noText': 'We found no text in that mail. Please answer in the portal: {link}',
  'mail.refused.tooLong':
    'That answer is too long. Please send less than 50,000 characters, or answer in the portal: {link}',
  'mail.refused.sender': 'This request takes no mail from your address. Please sign in to the portal: {link}',
  'mail.refused.closed': 'This request is closed. You can ask a follow-up in the portal: {link}',
  'mail.refused.agent': 'Please answer in the agent app, {link}. Answers to that mail reach nobody.',
} as const;
