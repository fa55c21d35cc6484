export const files = {
  'files.attach': 'Attach files',
  'files.hint': 'Up to {count} files, {size} each. You can drop them here or paste a picture.',
  'files.kept': 'Attached, not sent yet',
  'files.remove': 'Remove {name}',
  'files.list': { one: 'One file', other: '{count} files' },
  'files.open': 'Open {name}',
  'files.cancel': 'Cancel',
  'files.retry': 'Try again',
  'files.uploading': 'Uploading {name}',
  'files.arrived': '{name} is attached.',
  'files.notArrived': 'This did not arrive. Check your connection, then try again.',
  'files.waiting': 'Sending as soon as your files have arrived…',

  'files.fault.empty': '“{name}” is empty. Choose it again when it has something in it.',
  'files.fault.too_large': '“{name}” is larger than {size}. Make it smaller, or put a link to it into your message.',
  'files.fault.too_many': '“{name}” is one too many: {count} files go into one message. Send the others in another.',
  'files.fault.full': 'There is no room for “{name}” just now. Remove files that you have not sent, or send it later.',
  'files.fault.failed': '“{name}” could not be kept just now. Please attach it again.',
  'files.fault.lost': 'One of the files is no longer here, or was sent already. Attach it again, then send.',

  'files.picture': 'Picture',
  'files.mail': { one: 'One file', other: '{count} files' },
  'files.mail.noText': '(Only files came with this mail.)',
  'files.mail.left': {
    one: 'One file of this mail could not be kept.',
    other: '{count} files of this mail could not be kept.',
  },
} as const;
