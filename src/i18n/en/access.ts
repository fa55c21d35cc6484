export const access = {
  'access.newcomers': 'Who may come in',
  'access.newcomersHint':
    'Agents and account admins can always add or invite people. This is about those whom nobody has added.',
  'access.newcomers.known': 'Only people who were added or invited',
  'access.newcomers.knownHint': 'Nobody comes in by themselves. The usual choice.',
  'access.newcomers.domains': 'People of a confirmed domain',
  'access.newcomers.domainsHint':
    'Who proves an address of a domain that you confirmed for an account enters that account, with the role chosen there.',
  'access.newcomers.requests': 'People of a confirmed domain, after a yes',
  'access.newcomers.requestsHint':
    'Who proves such an address asks for access, and an admin of the account, or one of you, decides.',
  'access.links': 'Links in mail',
  'access.links.label': 'Open the ticket from the mail, without signing in',
  'access.links.hint':
    'A link in a notification opens that one ticket for 30 days, to read and to answer, and nothing else. Whoever gets hold of a forwarded mail can use it; switch it off where that is too much. Links that are out then ask to sign in.',
  'access.agents': 'How your agents sign in',
  'access.factor.label': 'Agents need a second step',
  'access.factor.hint':
    'A passkey or an authenticator app, besides the mail. Agents without one get no further than setting one up, from their next page on.',
  'access.factor.none':
    'Set up your own second step first, or you would lock yourself out. It is on the page {page} of these settings.',
  'access.factor.setUp': 'Set up my second step',
  'access.sessions': 'How long your agents stay signed in',
  'access.short.label': 'Short sessions',
  'access.short.hint': 'Agents sign in again after 12 hours, or after one hour without use.',
  'access.saved': 'Saved. It counts from now on.',
  'access.save': 'Save',

  'why.title': 'Who can see this ticket, and why',
  'why.fact': 'Access',
  'why.link': 'Who can see this?',
  'why.back': 'To the ticket',
  'why.agents': 'All agents of {brand} see every ticket. These people see it in the portal:',
  'why.nobody': 'Nobody outside your team can see it now.',
  'why.lost': 'On the ticket, but cannot see it',
  'why.more': 'More people see it by their role than are named here.',
  'why.byLink': 'Mails about it may hold links that open it without signing in, each for the person it went to. {link}',
  'why.byLinkShow': 'Show them',
  'why.sees.admin': '{name} sees it because they are an admin of {account}: admins see every ticket of their account.',
  'why.sees.requester': '{name} sees it because they opened it, and may enter {account}.',
  'why.sees.participant': '{name} sees it because they take part in it, and may enter {account}.',
  'why.sees.sight':
    '{name} sees it because they are a member of {account}, which lets its members see all of its tickets.',
  'why.cannot.disabled': '{name} cannot see it, because they are disabled and enter nowhere.',
  'why.cannot.elsewhere': '{name} cannot see it, because they have no place in {account}, and it belongs to {account}.',
  'why.cannot.none': '{name} cannot see it, because their role in {account} is No access.',
  'why.cannot.apart':
    '{name} cannot see it, because they neither opened it nor take part in it, and members of {account} see only their own.',
  'why.ask': 'Ask about one person',
  'why.askLabel': 'Their email address',
  'why.askDo': 'Ask',
  'why.unknown': 'Nobody with this address is a customer here, so they cannot see it.',
  'why.unreadable': 'Please write one address like name@example.com.',
} as const;
