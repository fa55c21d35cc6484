export const workspaces = {
  'workspaces.news': { one: '{count} request with news', other: '{count} requests with news' },
  'workspaces.manyNews': 'More than {count} requests with news',
  'workspaces.requestHere': 'Request {number} is here',
  'workspaces.elsewhere.title': 'This request is in {made}',
  'workspaces.elsewhere.text': 'You are in {current} now. Nothing else changes when you switch.',
  'workspaces.elsewhere.open': 'Switch to {made} and open it',
} as const;
