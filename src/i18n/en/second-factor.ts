export const secondFactor = {
  'problem.secondFactor': 'Confirm it is you',
  'problem.secondFactor.title': 'Nothing was sent yet',
  'problem.secondFactor.text':
    'Your second step is still to come. Do it, then press Back until you see what you wrote: it is still there, and can be sent again.',

  'problem.otherTenant': 'Switch company',
  'problem.otherTenant.title': 'You are in another company now',
  'problem.otherTenant.text':
    'This page was opened for another company before you switched. Nothing was sent. Switch back there, then press Back until you see what you wrote: it is still there.',

  'factor.give.title': 'Confirm it is you',
  'factor.give.intro': 'You are signed in as {email}. One more step shows that it is really you.',
  'factor.give.passkey': 'Use a passkey',
  'factor.give.or': 'or',
  'factor.give.code': 'Code from your authenticator app',
  'factor.give.codeHint': 'Six digits. A new one comes every 30 seconds.',
  'factor.give.submit': 'Confirm',
  'factor.give.recover': 'Use a recovery code instead',
  'factor.give.recovery': 'Recovery code',
  'factor.give.recoveryHint': 'One of the ten that you kept. Each works once.',
  'factor.give.wrong': 'That does not fit. A code of the app works once and for about a minute; take the newest.',
  'factor.give.wrongRecovery':
    'That is none of your recovery codes, or it was used before. Look for mistypes, or take another.',
  'factor.give.wrongPasskey': 'That passkey could not be checked. Try again, or use a code.',
  'factor.give.wait': 'That was a lot of tries. Wait a quarter of an hour, or use a passkey.',
  'factor.give.lost':
    'Lost your phone? Use a recovery code. Without one, write to those who run Portico for your company.',
  'factor.give.other': 'Sign out',

  'factor.passkey.noScript': 'Passkeys need JavaScript. It is off in this browser.',
  'factor.passkey.unsupported': 'This browser has no passkeys.',
  'factor.passkey.failed': 'That was stopped or did not work. Nothing has changed; try again when you like.',
  'factor.passkey.waiting': 'Your device asks you now…',

  'factor.setUp.title': 'A second step for signing in',
  'factor.setUp.required': '{brand} asks everybody who answers to have one. It takes a minute.',
  'factor.setUp.why': 'With it, somebody who gets into your mailbox still cannot sign in as you.',
  'factor.setUp.app': 'Authenticator app',
  'factor.setUp.appText': 'An app on your phone shows a code of six digits.',
  'factor.setUp.passkey': 'Passkey',
  'factor.setUp.passkeyText': 'Your fingerprint, face, screen lock or a security key. Nothing to type.',
  'factor.setUp.later': 'Not now',

  'factor.app.title': 'Set up your authenticator app',
  'factor.app.scan': 'Open the app, add an account, and point the camera at this square.',
  'factor.app.qr': 'QR code for your authenticator app. The key below it says the same.',
  'factor.app.key': 'No camera? Type this key into the app:',
  'factor.app.open': 'Open in an app on this device',
  'factor.app.code': 'Code that the app shows now',
  'factor.app.submit': 'Turn it on',
  'factor.app.other': 'Choose another way',
  'factor.app.wrong':
    'That code does not fit. Take the newest one; if none fits, check that the clock of your phone is right.',

  'factor.newPasskey.title': 'Add a passkey',
  'factor.newPasskey.intro': 'Your device will ask for your fingerprint, face, screen lock or security key.',
  'factor.newPasskey.name': 'Name',
  'factor.newPasskey.nameHint': 'So that you know later which one it is.',
  'factor.newPasskey.submit': 'Add a passkey',
  'factor.newPasskey.refused': 'That passkey could not be added. Perhaps you have it already; if not, try again.',

  'factor.codes.title': 'Keep these recovery codes',
  'factor.codes.added': 'Your second step is on. From now on we ask for it after each sign-in.',
  'factor.codes.text':
    'When your phone or key is lost, one of these gets you in. Each works once. Print them, or put them where you keep passwords: we cannot show them again.',
  'factor.codes.select': 'One press on the codes selects them all, ready to be copied.',
  'factor.codes.download': 'Download as a text file',
  'factor.codes.fileHead': 'Recovery codes of {email}. Each works once.',
  'factor.codes.done': 'I have kept them',
  'factor.codes.new.title': 'New recovery codes?',
  'factor.codes.new.says': 'You get ten new ones. Those that you have now stop working at once.',
  'factor.codes.new.submit': 'Make new codes',

  'factor.again.title': 'Sign in again first',
  'factor.again.text':
    'You signed in more than {minutes} minutes ago. Before you change how you sign in, please do it again.',
  'factor.again.submit': 'Sign in again',

  'factor.remove.app.title': 'Take the authenticator app away?',
  'factor.remove.app.says': 'Its codes will not be asked for any more.',
  'factor.remove.passkey.title': 'Take the passkey “{name}” away?',
  'factor.remove.passkey.says': 'It will not be taken any more. Delete it on your device too.',
  'factor.remove.last':
    'It is your last one: signing in by mail alone is then enough again, and your recovery codes stop working.',
  'factor.remove.lastRequired':
    'A company of yours asks for a second step: you will have to set one up before you go on.',
  'factor.remove.submit': 'Take it away',
} as const;
