import { describe, expect, test } from 'vitest';
import { plainExcerpt, renderMarkdown } from './markdown.ts';
import { withoutReferences } from './picture-reference.ts';

describe('what people write', () => {
  test('keeps its line breaks, lists, emphasis and code', () => {
    expect(renderMarkdown('one\n**two**')).toBe('<p>one<br>\n<strong>two</strong></p>\n');
    expect(renderMarkdown('- a\n- b')).toContain('<li>a</li>');
    expect(renderMarkdown('`a < b`')).toContain('<code>a &lt; b</code>');
  });

  test('has headings below those of the page', () => {
    expect(renderMarkdown('# A\n\n###### B')).toBe('<h3>A</h3>\n<h6>B</h6>\n');
  });

  test('links to the web and to mail, and vouches for neither', () => {
    const rel = 'rel="noopener nofollow ugc"';
    expect(renderMarkdown('https://a.example/x')).toContain(
      `<a href="https://a.example/x" ${rel}>https://a.example/x</a>`,
    );
    expect(renderMarkdown('[w](HTTP://a.example)')).toContain(rel);
    expect(renderMarkdown('a@b.example')).toContain(`<a href="mailto:a@b.example" ${rel}>`);
  });

  test('scrolls by keyboard where it is wide', () => {
    expect(renderMarkdown('```\ncode\n```')).toContain('<pre tabindex="0">');
    expect(renderMarkdown('|a|b|\n|:-:|-:|\n|1|2|')).toMatch(/<table tabindex="0">[\s\S]*<th class="align-center">/);
  });

  test('has no heading without words above a column', () => {
    const html = renderMarkdown('||b|\n|-|-|\n|1|2|').replace(/\s/g, '');
    expect(html).toContain('<tr><td></td><th>b</th></tr>');
  });
});

describe('hostile text', () => {
  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&colon;alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](https:\\\\evil.example)',
    '[x](/sign-out)',
    '[x](#main)',
    '<javascript:alert(1)>',
    '//evil.example',
    'javascript:alert(1)',
    '[x]: javascript:alert(1)\n\n[x]',
    '[x](tel:+1)',
    '[x](https:///evil)',
    '[x](\u0000javascript:1)',
  ])('makes no link of %j', (text) => expect(renderMarkdown(text)).not.toContain('<a'));

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="x" onclick=y>',
    '<svg/onload=alert(1)>',
    '<!-- x -->',
    '<style>*{}</style>',
    '<iframe src=x>',
    '`<b>`',
    '&lt;script&gt;',
    '![p](https://tracker.example/p.png)',
    '![p][r]\n\n[r]: https://tracker.example',
    '```"><script>\nx\n```',
    '[x](https://a.example "t\\" onclick=\\"y")',
    'https://a.example/"onmouseover="alert(1)',
    '|<b>|\n|-|\n|<i>|',
    '**<b onclick=x>**',
  ])('brings no element or attribute of its own: %j', (text) => {
    const allowed =
      /<(?:\/?(?:p|strong|em|code|table|thead|tbody|tr|th|td|pre|a)|br|table tabindex="0"|pre tabindex="0"|code class="language-[^"<>]*"|a href="(?:https?:|mailto:)[^"<>]*"(?: title="[^"<>]*")? rel="noopener nofollow ugc")>/g;
    expect(renderMarkdown(text).replace(allowed, '')).not.toMatch(/<(?!\/a>)/);
  });

  test('carries no style attribute, which the policy forbids', () => {
    expect(renderMarkdown('|a|\n|:-:|\n|1|')).not.toContain('style');
  });

  test.each([
    'a\u202egpj',
    '&#x202e;x',
    '&#8297;',
    '[x](https://a.example/%E2%80%AE)',
    'https://a.example/%E2%80%AE',
    '`\u2066`',
  ])('turns no direction: %j', (text) => expect(renderMarkdown(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/));

  test('shows an address as it was written, not as look-alike letters', () => {
    expect(renderMarkdown('https://xn--80ak6aa92e.example')).toContain('>https://xn--80ak6aa92e.example</a>');
  });
});

describe('a picture among the files', () => {
  const id = 'att_06gzxn0e9swc9mawva1ry66qam';
  const draw = (found: string, words: string) => `<i data-id="${found}">${words}</i>`;
  const drawn = (text: string) => renderMarkdown(text, draw);

  test('stands where the text names it, between words, in lists and tables', () => {
    expect(drawn(`a ![plan \\[1\\].png](attachment:${id}) b`)).toBe(`<p>a <i data-id="${id}">plan [1].png</i> b</p>\n`);
    expect(drawn(`- ![](attachment:${id})`)).toContain(`<li><i data-id="${id}"></i></li>`);
    expect(drawn(`|a|\n|-|\n|![x](attachment:${id})|`)).toContain(`<td><i data-id="${id}">x</i></td>`);
  });

  test('is its words where nobody draws it, and in excerpts', () => {
    expect(renderMarkdown(`![<b>](attachment:${id})`)).toBe('<p>&lt;b&gt;</p>\n');
    expect(plainExcerpt(`See ![plan.png](attachment:${id})!`, 80)).toBe('See plan.png!');
    expect(withoutReferences(`See ![a\\]b](attachment:${id}).`)).toBe('See [a]b].');
  });

  test('is no picture within a link, in code, or behind a backslash', () => {
    expect(drawn(`[![plan](attachment:${id})](https://a.example)`)).toContain('ugc">plan</a>');
    for (const text of [`\`![x](attachment:${id})\``, `\\![x](attachment:${id})`])
      expect(drawn(text)).not.toContain('<i');
  });

  test.each([
    `![x](https://tracker.example/${id}.png)`,
    `![x](//tracker.example/attachment:${id})`,
    `![x](/files/${id})`,
    `![x](attachment:${id}/../../sign-out)`,
    `![x](attachment:${id} "title")`,
    `![x]( attachment:${id})`,
    `![x](ATTACHMENT:${id})`,
    `![x](attachment:${id.toUpperCase()})`,
    `![x](attachment:msg_06gzxn0e9swc9mawva1ry66qam)`,
    `![x][r]\n\n[r]: attachment:${id}`,
    `[x](attachment:${id})`,
    `![a\nb](attachment:${id})`,
  ])('is named in one way: %j is none', (text) => {
    expect(drawn(text)).not.toContain('<i');
    expect(drawn(text)).not.toContain('<img');
    expect(drawn(text)).not.toMatch(/<a href="(?!https)/);
  });
});

describe('nesting', () => {
  const openings = (html: string, tag: string) => html.split(`<${tag}>`).length - 1;

  test('goes fifty deep', () => {
    expect(openings(renderMarkdown(`${'> '.repeat(50)}deep`), 'blockquote')).toBe(50);
    expect(openings(renderMarkdown(`${'- '.repeat(50)}deep`), 'li')).toBe(50);
  });

  test.each([
    ['quotes', '> '],
    ['lists', '- '],
    ['numbered lists', '1. '],
    ['both', '> - '],
  ])('deeper %s are shown as plain text, and no word is lost', (_, mark) => {
    for (const depth of [51, 60, 200, 10_000]) {
      const html = renderMarkdown(`${mark.repeat(depth)}deep & down`);
      expect(html).toMatch(/^<p>(?:&gt;|-|1\.) /);
      expect(html).toContain('deep &amp; down');
    }
  });

  test('of emphasis is bounded too', () => {
    expect(openings(renderMarkdown(`${'*'.repeat(9000)}x${'*'.repeat(9000)}`), 'strong')).toBeLessThanOrEqual(50);
  });
});

test.each([
  ['brackets', '['.repeat(25_000)],
  ['links', '[a]('.repeat(12_000)],
  ['stars', '_a*'.repeat(16_000)],
  ['ticks', '`a '.repeat(16_000)],
  ['dots', `${'a.'.repeat(24_000)}@`],
  ['spaces', `a${' '.repeat(49_000)}b`],
  ['tables', '|a'.repeat(24_000)],
  ['entities', '&#x202e;'.repeat(6_000)],
  ['pictures', '!['.repeat(25_000)],
  ['pictures without an end', `![${'\\\\'.repeat(24_000)}`],
])(
  '50 000 characters of %s come to an end',
  (_, text) => {
    expect(renderMarkdown(text)).toContain('<p>');
  },
  2_000,
);

test('text over the limit is shown plain, whole and escaped', () => {
  const html = renderMarkdown(`**<b>**\n${'x'.repeat(50_000)}`);
  expect(html.startsWith('<p>**&lt;b&gt;**<br>\nxxx')).toBe(true);
});

describe('an excerpt', () => {
  test.each([
    ['has the words alone', '# Hi **there**\n\n- [a](https://a.example)\n- `b`', 80, 'Hi there a b'],
    ['is cut at a word', 'one two three four five', 12, 'one two…'],
    ['leaves markup that it does not show', '<b>x</b>', 80, '<b>x</b>'],
    ['turns no direction', 'a &#x202e; b', 80, 'a b'],
    ['survives depth', '> '.repeat(5000), 20, '> > > > > > > > >…'],
  ])('%s', (_, text, max, words) => expect(plainExcerpt(text, max)).toBe(words));
});
