export const tenants = {
  'tenants.title': 'Choose a company',
  'tenants.intro': 'You answer at more than one. You can switch at any time in the menu with your name.',
  'tenants.current': 'You are here',
  'tenants.lastUsed': 'Last here {when}',
  'tenants.never': 'Not used yet',
  'tenants.switch': 'Switch company',
  'tenants.again': '{brand} asks you to sign in anew. Sign out, then sign in again and choose it.',
  'tenants.wanted': 'The link that you opened belongs to {brand}.',
} as const;
