export const handOffSettings = {
  'handOffSettings.lede':
    'Your product can sign its users in here: it signs a short-lived token, and nobody has to type an address. The keys below say whose tokens count.',
  'handOffSettings.keys': 'Keys',
  'handOffSettings.keysText':
    'To rotate a key, add another, let your product sign with it, and revoke the old one when “Last used” of the new one moves. Both count in the meantime.',
  'handOffSettings.noKeys': 'No key yet',
  'handOffSettings.noKeysText': 'Add one, give it to your product, and its users come in without signing in again.',
  'handOffSettings.add': 'Add a key',
  'handOffSettings.column.key': 'Key',
  'handOffSettings.column.issuer': 'Issuer',
  'handOffSettings.column.added': 'Added',
  'handOffSettings.column.used': 'Last used',
  'handOffSettings.column.actions': 'Actions',
  'handOffSettings.addedBy': 'by {name}',
  'handOffSettings.never': 'Not yet',
  'handOffSettings.revoke': 'Revoke',
  'handOffSettings.revokeNamed': 'Revoke {name}',
  'handOffSettings.revokedWhen': 'Revoked {when}',
  'handOffSettings.revoked': 'Revoked. Nothing that this key signs lets anybody in any more.',
  'handOffSettings.saved': 'Saved.',

  'handOffSettings.where': 'For your product',
  'handOffSettings.address': 'Send people to',
  'handOffSettings.audience': 'Audience (aud)',
  'handOffSettings.button': 'Button for your pages',
  'handOffSettings.test': 'Check a token',
  'handOffSettings.testText': 'Paste a token and read which checks it passes and fails. It is not used up.',

  'handOffSettings.settings': 'Settings',
  'handOffSettings.remote': 'Sign-in address of your product',
  'handOffSettings.remoteHint':
    'Where your product signs people in. The sign-in page here then offers “Continue with {brand}”, and sends people there with a return_to that leads back.',
  'handOffSettings.remoteFault':
    'Please write a whole address that begins with https:// and is not one of your portal itself.',
  'handOffSettings.remoteNeeded': 'Write the address first: there is nowhere to go yet.',
  'handOffSettings.atOnce': 'The sign-in page',
  'handOffSettings.atOnceLabel': 'Go there at once',
  'handOffSettings.atOnceHint':
    'Without showing our sign-in page first. Signing in by mail stays possible at /sign-in?by=mail.',
  'handOffSettings.creates': 'People whom you do not have yet',
  'handOffSettings.creates.nothing': 'Stay out',
  'handOffSettings.creates.nothingHint': 'Only contacts who are here already, in accounts that they belong to already.',
  'handOffSettings.creates.contacts': 'Become contacts of accounts that are here',
  'handOffSettings.creates.contactsHint':
    'The token names the account by its external id; or the domain of the address is confirmed for one.',
  'handOffSettings.creates.accounts': 'Become contacts, and new accounts are made',
  'handOffSettings.creates.accountsHint':
    'An external id that nobody knows makes an account. Its name is the token’s account_name.',
  'handOffSettings.save': 'Save',

  'handOffSettings.refusals': 'Refused lately',
  'handOffSettings.refusalsText': 'The last 20 tokens that let nobody in, and why. Nothing of the tokens is kept.',
  'handOffSettings.noRefusals': 'None.',
  'handOffSettings.column.when': 'When',
  'handOffSettings.column.why': 'Why',
  'handOffSettings.column.whichKey': 'Key',
  'handOffSettings.noKey': 'None found',

  'handOffSettings.new.title': 'Add a key',
  'handOffSettings.new.kinds': 'Kind of key',
  'handOffSettings.new.secret': 'Shared secret',
  'handOffSettings.new.secretText':
    'The simplest: we make a secret, you put it where your server keeps its secrets. HS256.',
  'handOffSettings.new.public': 'Public key',
  'handOffSettings.new.publicText': 'Your server keeps the private key, we get the public one. No secret is shared.',
  'handOffSettings.new.set': 'Key set address (JWKS)',
  'handOffSettings.new.setText':
    'Your identity provider publishes its keys and rotates them by itself; we read them when a token names one.',
  'handOffSettings.new.name': 'Name',
  'handOffSettings.new.nameHint': 'For you and your colleagues, like “Web app, production”.',
  'handOffSettings.new.issuer': 'Issuer (iss)',
  'handOffSettings.new.issuerHint':
    'What the tokens of this key say in iss, like https://app.example.com. People are known by issuer and sub, so keep it.',
  'handOffSettings.new.kid': 'Key id (kid)',
  'handOffSettings.new.kidHint': 'What the tokens say in their header. Leave it empty and we choose one.',
  'handOffSettings.new.algorithm': 'Algorithm',
  'handOffSettings.new.algorithmHint': 'Fixed for this key. A token that says another is refused.',
  'handOffSettings.new.publicKey': 'Public key',
  'handOffSettings.new.publicKeyHint': 'PEM (-----BEGIN PUBLIC KEY-----) or one JWK. RSA of 2048 bits or more.',
  'handOffSettings.new.jwksUrl': 'Address of the key set',
  'handOffSettings.new.jwksUrlHint': 'Like https://login.example.com/.well-known/jwks.json',
  'handOffSettings.new.do': 'Add key',

  'handOffSettings.fault.missing': 'Please fill this in.',
  'handOffSettings.fault.too_long': 'Please write less here.',
  'handOffSettings.fault.malformed': 'Letters, digits and . _ - : = + ~ @ only, please.',
  'handOffSettings.fault.taken':
    'There is or was a key with this id. If you have just added it and did not see its secret, revoke it and add another.',
  'handOffSettings.fault.too_many': 'Ten keys are the most. Revoke one that is not used any more.',
  'handOffSettings.fault.unreadable':
    'This is not a public key that we can read. Paste all of it, with its first and last line.',
  'handOffSettings.fault.private':
    'This is a private key or a secret. We have not kept it. As it has left your server now, make a new pair and paste the public key.',
  'handOffSettings.fault.other_kind': 'This key does not fit the algorithm. Choose the one that it was made for.',
  'handOffSettings.fault.too_short': 'This RSA key is too short. Please make one of 2048 bits or more.',
  'handOffSettings.fault.not_allowed':
    'Please write an address that begins with https://, names a public server, has no port, and is not one of ours.',
  'handOffSettings.fault.unreachable':
    'We could not read a key set there. Open the address in a browser to see what it answers.',
  'handOffSettings.fault.no_fitting_key': 'There is a key set, but no key in it fits the algorithm.',

  'handOffSettings.made.title': 'Your key',
  'handOffSettings.made.secretOnce':
    'Copy the secret now: it is shown this once. We keep it sealed and cannot show it again.',
  'handOffSettings.made.added': 'The key is added. Tokens that it signs are taken from now on.',
  'handOffSettings.made.secret': 'Secret',
  'handOffSettings.made.secretHint': 'Use it as it stands, as text: do not decode it.',
  'handOffSettings.made.done': 'Done',

  'handOffSettings.revokeTitle': 'Revoke {name}?',
  'handOffSettings.revokeText': 'From this moment no token that it signs lets anybody in. It cannot be undone.',
  'handOffSettings.revokeOpen': 'Who is signed in stays signed in. If the key was stolen, look at the audit log, too.',
  'handOffSettings.revokeLast': 'It is your only key: nobody will be able to come in from your product.',
  'handOffSettings.revokeDo': 'Revoke key',

  'handOffSettings.check.title': 'Check a token',
  'handOffSettings.check.lede':
    'Everything that a sign-in would look at, in the same order. The token is not used up, not kept, and not written to any log.',
  'handOffSettings.check.token': 'Token',
  'handOffSettings.check.tokenHint': 'The whole text, three parts with two dots between.',
  'handOffSettings.check.do': 'Check',
  'handOffSettings.check.passes': 'It would let its person in.',
  'handOffSettings.check.fails': 'It would be refused.',
  'handOffSettings.check.effect.known': 'The person is known; nothing would be added.',
  'handOffSettings.check.effect.joins': 'The person is known, and would join the account.',
  'handOffSettings.check.effect.new_contact': 'A new contact would be made.',
  'handOffSettings.check.effect.new_account': 'A new account would be made.',
  'handOffSettings.check.column.check': 'Check',
  'handOffSettings.check.column.result': 'Result',
  'handOffSettings.check.passed': 'Passed',
  'handOffSettings.check.failed': 'Failed',
  'handOffSettings.check.open': 'Not looked at',
  'handOffSettings.check.header': 'Its header says',
  'handOffSettings.check.claims': 'Its claims say',

  'handOffSettings.is.shape': 'Three parts that can be read',
  'handOffSettings.is.header': 'Header without surprises',
  'handOffSettings.is.key': 'Key is one of yours',
  'handOffSettings.is.algorithm': 'Algorithm is the key’s',
  'handOffSettings.is.signature': 'Signature is right',
  'handOffSettings.is.claims': 'All claims, of the right type',
  'handOffSettings.is.issuer': 'Issuer is the key’s',
  'handOffSettings.is.audience': 'Audience is this portal',
  'handOffSettings.is.lifetime': 'Lives five minutes at most',
  'handOffSettings.is.clock': 'Good at this moment',
  'handOffSettings.is.email': 'One mail address',
  'handOffSettings.is.once': 'Not used before',
  'handOffSettings.is.person': 'Person may come in',

  'handOffSettings.reason.missing': 'No token came. It belongs into the field jwt.',
  'handOffSettings.reason.too_long': 'The token is longer than 8192 characters.',
  'handOffSettings.reason.malformed':
    'It is no token: not three parts of base64url with JSON in the first two. Perhaps it was cut off.',
  'handOffSettings.reason.repeated_name': 'Its JSON says one name twice, so it could be read in two ways.',
  'handOffSettings.reason.header_type': 'typ in the header is not JWT.',
  'handOffSettings.reason.header_critical': 'The header asks for an extension (crit, b64, cty). We know none.',
  'handOffSettings.reason.header_key':
    'The header brings a key or the address of one (jwk, jku, x5u, x5c). Only the keys on this page count.',
  'handOffSettings.reason.no_keys': 'There is no key here yet. Add one first.',
  'handOffSettings.reason.no_key_id': 'There are several keys, and the header has no kid that says which.',
  'handOffSettings.reason.unknown_key': 'No key here has the kid of the header, or it was revoked.',
  'handOffSettings.reason.key_set_unreachable': 'The address of the key set did not answer with a key set.',
  'handOffSettings.reason.key_unusable': 'The key that was found cannot be used with its algorithm.',
  'handOffSettings.reason.wrong_algorithm': 'alg in the header is not the algorithm of the key.',
  'handOffSettings.reason.bad_signature':
    'The signature is not that of the key. Is it the right secret, as text and not decoded?',
  'handOffSettings.reason.claim_missing': 'The claim {claim} is missing.',
  'handOffSettings.reason.claim_type': 'The claim {claim} has the wrong type, is empty or too long.',
  'handOffSettings.reason.wrong_role': 'role is neither admin nor member.',
  'handOffSettings.reason.wrong_issuer': 'iss is not the issuer of the key.',
  'handOffSettings.reason.wrong_audience':
    'aud names no address of this portal. It is the origin alone, without a path.',
  'handOffSettings.reason.lives_too_long': 'Between iat and exp lie more than five minutes, or exp comes first.',
  'handOffSettings.reason.expired': 'exp is over. Make the token when somebody presses, not before.',
  'handOffSettings.reason.issued_ahead':
    'iat lies in the future. Seconds, not milliseconds? Is the server’s clock right?',
  'handOffSettings.reason.not_yet': 'nbf lies in the future.',
  'handOffSettings.reason.wrong_email': 'email is not one mail address.',
  'handOffSettings.reason.used': 'A token with this jti was used before. Each works once.',
  'handOffSettings.reason.unknown_person':
    'Nobody here has this sub or address, and a hand-off may not make contacts (Settings, above).',
  'handOffSettings.reason.person_disabled': 'This contact is disabled.',
  'handOffSettings.reason.subject_taken':
    'The address belongs to a contact who is known under another sub of this issuer. If the address has passed to somebody else, correct the contact’s first.',
  'handOffSettings.reason.unknown_account':
    'No account has this account_external_id, and a hand-off may not make accounts.',
  'handOffSettings.reason.no_account':
    'The person is new and nothing says which account they belong to: no account_external_id, and their domain is confirmed for none.',
  'handOffSettings.reason.not_a_member':
    'The person has no place in the account of account_external_id, and a hand-off may not give them one.',
  'handOffSettings.reason.access_removed':
    'Somebody took this person’s access to the account away. Invite them again, or change their role, to let them in.',
  'handOffSettings.reason.no_workspace': 'This contact has no account that they may enter.',
} as const;
