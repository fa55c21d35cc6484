/**
 * The CSS that our mail may use. Inline: what Gmail, Outlook (Windows, web),
 * Apple Mail, Yahoo and GMX render or harmlessly ignore by caniemail.com
 * (no flex, grid, position, background images, variables or units but px and %).
 */
const inline = new Set([
  ...['color', 'background-color', 'font-family', 'font-size', 'font-weight', 'line-height', 'letter-spacing'],
  ...['text-align', 'text-decoration', 'vertical-align', 'white-space', 'word-break', 'overflow-wrap'],
  ...['margin', 'padding', 'padding-top', 'padding-left', 'padding-right', 'border', 'border-top', 'border-left'],
  ...['border-radius', 'border-collapse', 'border-spacing', 'table-layout', 'display', 'width', 'height', 'max-width'],
  // The hidden line that inboxes preview.
  ...['max-height', 'opacity', 'overflow'],
  // For Outlook and Windows Mail alone.
  ...['mso-hide', '-webkit-text-size-adjust'],
]);
const displays = new Set(['none', 'inline-block', 'block']);
/** Only programs that keep a style sheet see these; the mail is complete without. */
const atRules = new Set(['@media (max-width: 480px)', '@media (prefers-color-scheme: dark)']);
const units = /\d(?!px|%|\d|[.;, ]|$)[a-z]/i;

/** What a mail's HTML uses beside the list, in words; empty when all is well. */
export const unsafeCss = (html: string): readonly string[] => {
  const declarations = [...html.matchAll(/\sstyle="([^"]*)"/g)].flatMap(([, style = '']) =>
    style.replaceAll('&#39;', "'").split(';'),
  );
  const faults = declarations.filter((declaration) => declaration.trim() !== '' && !isSafe(declaration));
  const sheets = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, sheet = '']) => sheet);
  const rules = sheets.flatMap((sheet) => sheet.match(/@[^{]+(?=\s*\{)/g) ?? []).map((rule) => rule.trim());
  return [
    ...faults,
    ...rules.filter((rule) => !atRules.has(rule)),
    ...(/<link|@import|url\(/i.test(html) ? ['something to load'] : []),
  ];
};

const isSafe = (declaration: string): boolean => {
  const [property = '', value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim());
  if (!inline.has(property)) return property === 'v-text-anchor';
  if (property === 'display') return displays.has(value);
  return (
    property === 'color' ||
    property === 'background-color' ||
    property === 'font-family' ||
    !units.test(value.replace(/#[0-9a-f]{6}/gi, ''))
  );
};
