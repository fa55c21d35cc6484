export const settings = {
  'settings.title': 'Settings',
  'settings.you': 'You',
  'settings.name': 'Your name',
  'settings.nameHint': 'The people who answer you will see it.',
  'settings.email': 'Email address',
  'settings.zone': 'Time zone',
  'settings.zoneHint': 'Times on every page are shown in this zone.',
  'settings.zoneAutomatic': 'Automatic ({zone})',
  'settings.kept': 'Here is what you filled in earlier. It is not saved yet.',
  'settings.saved': 'Your settings are saved.',
  'settings.sessions': 'Signed in',
  'settings.signOut': 'Sign out',
  'settings.signOutEverywhere': 'Sign out everywhere',
  'settings.signOutEverywhereText':
    'Lost a device, or used one that is not yours? This ends every session, this one too.',
} as const;
