import { expect, test } from 'vitest';
import { multipartParts } from './multipart-parts.ts';

const encoder = new TextEncoder();

/** A body in pieces of a size, as a slow network brings it. */
function inPieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.byteLength) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

async function partsOf(body: ReadableStream<Uint8Array>, boundary: string): Promise<string[]> {
  const said: string[] = [];
  let bytes = '';
  for await (const part of multipartParts(body, `multipart/form-data; boundary=${boundary}`)) {
    if (part.kind === 'field') said.push(`${part.name}=${new TextDecoder().decode(part.value)}`);
    else if (part.kind === 'file') said.push(`${part.name} file ${part.fileName}`);
    else if (part.kind === 'bytes') bytes += new TextDecoder('latin1').decode(part.bytes);
    else said.push(`[${bytes}]`);
    if (part.kind === 'end') bytes = '';
  }
  return said;
}

const boundary = '----WebKitFormBoundaryAbC';
const lines = [
  `--${boundary}`,
  'Content-Disposition: form-data; name="body"',
  '',
  'Grüße',
  `--${boundary}`,
  'Content-Disposition: form-data; name="files"; filename="日本 %22語.png"',
  'Content-Type: image/png',
  '',
  'DATA',
  '--x',
  `--${boundary}`,
  'Content-Disposition: form-data; name="files"; filename=""',
  'Content-Type: application/octet-stream',
  '',
  '',
  `--${boundary}--`,
  '',
];
const form = encoder.encode(lines.join('\r\n'));
const said = ['body=Grüße', 'files file 日本 "語.png', '[DATA\r\n--x]', 'files file ', '[]'];

test('a form reads the same in whatever pieces it comes', async () => {
  for (let size = 1; size <= form.byteLength; size += 1) {
    expect(await partsOf(inPieces(form, size), boundary), `pieces of ${size}`).toEqual(said);
  }
});

test.each([
  ['without its end', lines.slice(0, 9), boundary, 'broken_off'],
  ['that ends inside a head', lines.slice(0, 6), boundary, 'broken_off'],
  ['with nothing in it', [''], boundary, 'broken_off'],
  ['with a boundary over 70 characters', lines, 'x'.repeat(256), 'bad_multipart'],
  ['with a part without a name', [`--${boundary}`, 'X-A: b', '', 'x', `--${boundary}--`], boundary, 'bad_multipart'],
  [
    'with a head of 20 kB',
    [`--${boundary}`, `X-A: ${'y'.repeat(20_000)}`, '', 'x', `--${boundary}--`],
    boundary,
    'bad_multipart',
  ],
  [
    'with 1001 parts',
    [
      ...Array.from({ length: 1001 }, () => [
        `--${boundary}`,
        'Content-Disposition: form-data; name="a"',
        '',
        'x',
      ]).flat(),
      `--${boundary}--`,
    ],
    boundary,
    'form_too_large',
  ],
])('a form %s is refused', async (_, text, mark, code) => {
  const body = inPieces(encoder.encode(text.join('\r\n')), 1000);
  await expect(partsOf(body, mark)).rejects.toMatchObject({ code });
});

test('the next piece is asked for when the last has been dealt with', async () => {
  let asked = 0;
  const head = lines.slice(4, 8).join('\r\n');
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        asked += 1;
        if (asked === 1) controller.enqueue(encoder.encode(`${head}\r\n`));
        else if (asked < 500) controller.enqueue(new Uint8Array(64 * 1024));
        else {
          controller.enqueue(encoder.encode(`\r\n--${boundary}--`));
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
  let taken = 0;
  for await (const part of multipartParts(body, `multipart/form-data; boundary=${boundary}`)) {
    if (part.kind !== 'bytes') continue;
    taken += 1;
    expect(asked - taken).toBeLessThanOrEqual(2);
    await scheduler.wait(0);
  }
  expect(taken).toBeGreaterThan(490);
});
