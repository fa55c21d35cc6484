/** The bar below a text, and what is kept of unsent words. */
export const editor = {
  'editor.label': 'Formatting',
  'editor.bold': 'Bold',
  'editor.italic': 'Italic',
  'editor.link': 'Link',
  'editor.code': 'Code',
  'editor.list': 'Bulleted list',
  'editor.numbers': 'Numbered list',
  'editor.quote': 'Quote',

  'draft.kept': 'Here is what you had begun to write. It has not been sent. Files have to be attached again.',
  'draft.discard': 'Start afresh',
} as const;
