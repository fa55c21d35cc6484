import { describe, expect, it } from 'vitest';
import { isAuthenticated } from './authentication.ts';
import { bytes, honestResults, rawMail, trace } from './fixtures/mail.ts';
import { headerBlock } from './header-block.ts';

const nora = 'nora@northwind.test';
const check = (raw: string, from = nora, envelope = from): boolean => {
  const fields = headerBlock(bytes(raw));
  return fields !== null && isAuthenticated(fields, from, envelope);
};
const withResults = (results: string, from = nora, envelope = from): boolean =>
  check(rawMail({ trace: trace(results) }), from, envelope);

describe('a sender is authenticated', () => {
  it('by Cloudflare’s own dmarc=pass for the domain of From, in any case', () => {
    expect(check(rawMail())).toBe(true);
    expect(check(rawMail(), 'Nora@NorthWind.Test')).toBe(true);
  });

  it('by an aligned dkim or spf where the domain has no DMARC', () => {
    expect(withResults('mx.cloudflare.net; dkim=pass header.d=northwind.test; dmarc=none')).toBe(true);
    expect(withResults(`mx.cloudflare.net; dmarc=none; spf=pass smtp.mailfrom=${nora}`)).toBe(true);
    expect(withResults('mx.cloudflare.net; spf=pass smtp.mailfrom=northwind.test')).toBe(true);
  });

  it('when Cloudflare folds its field over lines', () => {
    expect(
      withResults(
        'mx.cloudflare.net;\r\n\tdkim=pass header.d=northwind.test;\r\n\tdmarc=pass\r\n header.from=northwind.test',
      ),
    ).toBe(true);
  });

  it('whatever other servers wrote further down', () => {
    expect(
      check(
        rawMail({
          fields: [
            'Authentication-Results: other.test; dmarc=fail header.from=northwind.test',
            'Content-Type: text/plain',
          ],
        }),
      ),
    ).toBe(true);
  });
});

describe('a sender is not authenticated', () => {
  it.each([
    ['another domain passed', 'mx.cloudflare.net; dmarc=pass header.from=evil.test'],
    ['a domain that only ends alike passed', 'mx.cloudflare.net; dmarc=pass header.from=evilnorthwind.test'],
    [
      'a parent or child domain passed',
      'mx.cloudflare.net; dkim=pass header.d=mail.northwind.test; dkim=pass header.d=test',
    ],
    ['it failed', 'mx.cloudflare.net; dkim=fail header.d=northwind.test; dmarc=fail header.from=northwind.test'],
    [
      'dmarc failed though a signature passed',
      'mx.cloudflare.net; dkim=pass header.d=northwind.test; dmarc=fail header.from=northwind.test',
    ],
    ['spf softly failed', `mx.cloudflare.net; spf=softfail smtp.mailfrom=${nora}`],
    ['another server says it', 'mx.cloudflare.net.evil.test; dmarc=pass header.from=northwind.test'],
    [
      'another server says it, naming Cloudflare later',
      'evil.test; mx.cloudflare.net; dmarc=pass header.from=northwind.test',
    ],
    [
      'the pass stands in a comment',
      'mx.cloudflare.net; dmarc=none (; dmarc=pass header.from=northwind.test) header.from=northwind.test',
    ],
    [
      'the pass stands in a nested comment',
      'mx.cloudflare.net; spf=none (a (b) ; dmarc=pass header.from=northwind.test ) smtp.helo=x',
    ],
    [
      'the pass stands in a quoted string',
      'mx.cloudflare.net; spf=none smtp.mailfrom="a; dmarc=pass header.from=northwind.test; b"@evil.test',
    ],
    [
      'a quoted string hides its end',
      'mx.cloudflare.net; spf=none smtp.mailfrom="a\\"; dmarc=pass header.from=northwind.test; "@evil.test',
    ],
    ['brackets do not match', 'mx.cloudflare.net; dmarc=pass header.from=northwind.test) ('],
    ['a quote does not end', 'mx.cloudflare.net; dmarc=pass header.from=northwind.test; spf=none smtp.helo="x'],
    [
      'HELO brought a dmarc result',
      'mx.cloudflare.net; dkim=none; spf=none smtp.helo=x; dmarc=pass header.from=northwind.test',
    ],
    [
      'HELO brought a dkim result',
      'mx.cloudflare.net; dmarc=none; spf=none smtp.helo=x; dkim=pass header.d=northwind.test',
    ],
    [
      'HELO brought a second spf result',
      `mx.cloudflare.net; dmarc=none; spf=none smtp.helo=x; spf=pass smtp.mailfrom=${nora}; spf=fail smtp.mailfrom=${nora}`,
    ],
    [
      'there are two dmarc results',
      'mx.cloudflare.net; dmarc=pass header.from=northwind.test; dmarc=none header.from=northwind.test',
    ],
    ['a property came twice', 'mx.cloudflare.net; dkim=pass header.d=evil.test header.d=northwind.test'],
    ['the property is of another method', 'mx.cloudflare.net; dkim=pass header.from=northwind.test; dmarc=none'],
    ['only ARC says it', 'mx.cloudflare.net; arc=pass header.from=northwind.test'],
    ['there is nothing', 'mx.cloudflare.net; none'],
  ])('when %s', (_, results) => {
    expect(withResults(results)).toBe(false);
  });

  it('when spf passed for another envelope than the real one', () => {
    expect(withResults(`mx.cloudflare.net; spf=pass smtp.mailfrom=${nora}`, nora, 'x@evil.test')).toBe(false);
  });

  it('when the envelope’s sender could end a comment of Cloudflare’s', () => {
    const envelope = '"x) ; dmarc=pass header.from=northwind.test ("@evil.test';
    expect(withResults(honestResults('northwind.test'), nora, envelope)).toBe(false);
    expect(withResults(honestResults('northwind.test'), nora, '')).toBe(false);
  });

  const forged = 'Authentication-Results: mx.cloudflare.net; dmarc=pass header.from=northwind.test';
  const theirs = 'Received: by mail.evil.test id 1; Sat, 14 Nov 2026 09:29:58 +0000';
  const ours = trace('mx.cloudflare.net; dmarc=none');
  it.each([
    ['nothing of Cloudflare’s is there', [forged]],
    ['the first Received is not Cloudflare’s', [theirs, forged, theirs]],
    ['something stands above Cloudflare’s Received', [forged, ...ours]],
    [
      'Cloudflare’s name stands in a comment or as sender',
      ['Received: from by.test (by cloudflare-email.net ) by mx.evil.test', forged, theirs],
    ],
    [
      'Cloudflare’s name is only part of a name',
      ['Received: from x by cloudflare-email.net.evil.test', forged, theirs],
    ],
    [
      'Cloudflare said nothing, and there is no second Received',
      ['Received: from x by cloudflare-email.net (cloudflare)', forged],
    ],
    ['the forged result stands below the second Received', [...ours, forged]],
    ['the forged result stands after Cloudflare’s', [...ours.slice(0, 5), forged, theirs]],
    [
      'the forged field hides behind a bare carriage return',
      [...ours.slice(0, 4), `X-Note: a\r${forged}`, ...ours.slice(4)],
    ],
    [
      'ARC alone passed',
      [
        ...ours.slice(0, 2),
        'ARC-Authentication-Results: i=2; mx.cloudflare.net; dmarc=pass header.from=northwind.test',
        ...ours.slice(3),
      ],
    ],
    ['the result is part of a folded field', [ours[0] ?? '', `X-Note: a\r\n ${forged}`, theirs]],
  ])('when %s', (_, fields) => {
    expect(check(rawMail({ trace: fields }))).toBe(false);
  });

  it('when From is no plain address', () => {
    for (const from of ['', 'nora', '"a b"@northwind.test', 'nora@northwind.test@evil.test', 'nora@']) {
      expect(check(rawMail(), from, nora), from).toBe(false);
    }
  });

  it('when the header is over its size or not a header', () => {
    expect(headerBlock(bytes(`X: ${'a'.repeat(300_000)}\r\n\r\nx`))).toBeNull();
    expect(headerBlock(bytes('no header at all\r\n\r\nx'))).toBeNull();
    expect(headerBlock(bytes('A: 1\r\nnot a field\r\n\r\nx'))).toBeNull();
  });
});
