import { typedIn } from './portal-page.ts';

/**
 * The fields of a page's form with this action as a browser without script would
 * send them: all controls with what stands in them, those of hidden parts too.
 */
export function formIn(html: string, action: string): Record<string, string> {
  const start = html.indexOf(`action="${action}"`);
  if (start < 0) throw new Error(`No form goes to ${action}`);
  const form = html.slice(start, html.indexOf('</form>', start));
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const { name, value = '', type = 'text', checked } = attributesOf(tag);
    const isTicked = (type !== 'checkbox' && type !== 'radio') || checked !== undefined;
    if (name && isTicked && type !== 'file') fields[name] = value;
  }
  for (const [, tag = ''] of form.matchAll(/(<textarea[^>]*>)/g)) {
    const { name } = attributesOf(tag);
    if (name) fields[name] = typedIn(form, name);
  }
  for (const [, tag = '', options = ''] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
    const { name } = attributesOf(tag);
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => attributesOf(option));
    if (name) fields[name] = (all.find(({ selected }) => selected !== undefined) ?? all[0])?.['value'] ?? '';
  }
  return fields;
}

function attributesOf(tag: string): Partial<Record<string, string>> {
  const pairs = [...tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, plain(value)]));
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Keys of the questions that a page's form shows. */
export function shownIn(html: string): string[] {
  return [...html.matchAll(/<div[^>]*data-question="([^"]*)"([^>]*)>/g)].flatMap(([tag, key = '']) =>
    / hidden(=|\s|>)/.test(tag) ? [] : [key],
  );
}
