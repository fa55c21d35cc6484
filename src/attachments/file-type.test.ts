import { expect, test } from 'vitest';
import { samples } from '../../test/helpers/uploads.ts';
import { cleanFileName } from './file-name.ts';
import { findType, isInline } from './file-type.ts';

const join = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

/** The head of a PNG that says it has so many pixels. */
function pngOf(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(samples.png);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

test.each([
  ['a picture', 'a.png', samples.png, 'image/png', true],
  ['a picture with an ending in capitals', 'A.PNG', samples.png, 'image/png', true],
  ['a gif', 'a.gif', samples.gif, 'image/gif', true],
  ['a pdf', 'a.pdf', samples.pdf, 'application/pdf', false],
  ['a picture that calls itself a page', 'a.html', samples.png, 'application/octet-stream', false],
  ['a page that calls itself a picture', 'a.png', samples.html, 'application/octet-stream', false],
  ['a drawing with script', 'a.svg', samples.svg, 'application/octet-stream', false],
  ['a drawing that calls itself a picture', 'a.png', samples.svg, 'application/octet-stream', false],
  ['a picture with a page behind it', 'a.png', join(samples.png, samples.html), 'image/png', true],
  [
    'a picture with a page behind it, as a page',
    'a.htm',
    join(samples.gif, samples.html),
    'application/octet-stream',
    false,
  ],
  ['words', 'a.txt', new TextEncoder().encode('hello'), 'application/octet-stream', false],
  ['a broken picture', 'a.png', samples.png.slice(0, 12), 'application/octet-stream', false],
  ['a picture of 30000 by 30000 pixels', 'a.png', pngOf(30_000, 30_000), 'image/png', false],
  ['a picture of 16000 by 16000 pixels', 'a.png', pngOf(16_000, 16_000), 'image/png', false],
  ['a picture of no width', 'a.png', pngOf(0, 10), 'image/png', false],
])('%s', async (_, name, bytes, type, inline) => {
  const found = await findType(bytes, name);
  expect([found.type, isInline(found)]).toEqual([type, inline]);
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['C:\\fakepath\\photo.png', 'photo.png'],
  ['.htaccess', 'htaccess'],
  ['...', 'file'],
  ['', 'file'],
  ['/', 'file'],
  ['a\u0000b.png', 'ab.png'],
  ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
  ['a\r\nContent-Type: text/html\r\n.png', 'html .png'],
  ['zero\u200bwidth\ufeff.pdf', 'zerowidth.pdf'],
  ['invoice.pdf                    .exe', 'invoice.pdf .exe'],
  ['<b>"quoted"</b>?.png', 'b__.png'],
  ['日本語 報告.pdf', '日本語 報告.pdf'],
  ['Cafe\u0301.txt', 'Café.txt'],
  ['trailing. ', 'trailing'],
])('the name %j is kept as %j', (raw, kept) => {
  expect(cleanFileName(raw)).toBe(kept);
});

test('a very long name loses its middle and keeps its ending', () => {
  const name = cleanFileName(`${'👍'.repeat(5000)}.tar`);
  expect(Array.from(name).length).toBe(150);
  expect(name.endsWith('….tar')).toBe(true);
});
