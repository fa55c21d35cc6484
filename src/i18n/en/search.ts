export const search = {
  'search.tickets': 'Search tickets',
  'search.title': 'Search: {words}',
  'search.found': 'Newest first. Notes are searched too.',
  'search.note': 'Note',
  'search.file': 'File',
  'search.numbered': 'Ticket {number}: {subject}',
  'search.none.title': 'Nothing found',
  'search.none.further': 'Nothing found so far',
  'search.none.text':
    'All words have to stand in one text: a subject, a message, a note, a field or the name of a file.',
  'search.none.furtherText': 'Only the newest texts with these words were looked at.',
  'search.tip.fewer': 'Try fewer words, or only the beginning of the last one.',
  'search.tip.phrase': 'Put words in quotes to find them side by side: "error code".',
  'search.tip.number': 'Type # and a number to open that ticket: #1043.',
  'search.further': 'Look further back',
  'search.first': 'From the newest',
} as const;
