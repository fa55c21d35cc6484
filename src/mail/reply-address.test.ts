import { describe, expect, it } from 'vitest';
import { parseReplyAddress, replyAddress } from './reply-address.ts';

const settings = { replyKey: 'k'.repeat(43), inboundDomain: 'in.portico.test' };
const target = { tenantNumber: 7, ticketNumber: 1042, contactNumber: 4_294_967_295 };

describe('the signed reply address', () => {
  it('keeps the format that is in people’s mail programs', async () => {
    expect(await replyAddress(settings, target)).toBe('reply+04000007000084qzzzzzy3bpfa6tqxvrby00v4j7@in.portico.test');
  });

  it('says tenant, ticket and contact again, whatever the case', async () => {
    for (const each of [
      target,
      { tenantNumber: 1, ticketNumber: 1001, contactNumber: 1 },
      { tenantNumber: 0, ticketNumber: 0, contactNumber: 0 },
    ]) {
      const address = await replyAddress(settings, each);
      expect(await parseReplyAddress(settings, address)).toEqual(each);
      expect(await parseReplyAddress(settings, address.toUpperCase())).toEqual(each);
    }
  });

  it('is void with any character changed, added or left out', async () => {
    const address = await replyAddress(settings, target);
    for (let at = 0; at < address.length; at++) {
      const other = address[at] === '0' ? '1' : '0';
      const variants = [
        address.slice(0, at) + other + address.slice(at + 1),
        address.slice(0, at) + address.slice(at + 1),
        `${address.slice(0, at)}0${address.slice(at)}`,
      ];
      for (const variant of variants) expect(await parseReplyAddress(settings, variant), variant).toBeNull();
    }
  });

  it('is void under another key, another domain, or with more around it', async () => {
    const address = await replyAddress(settings, target);
    expect(await parseReplyAddress({ ...settings, replyKey: 'x'.repeat(43) }, address)).toBeNull();
    expect(await parseReplyAddress({ ...settings, inboundDomain: 'in.other.test' }, address)).toBeNull();
    for (const variant of [`<${address}>`, ` ${address}`, `${address}, x@y.test`, 'reply+@in.portico.test', '']) {
      expect(await parseReplyAddress(settings, variant)).toBeNull();
    }
  });

  it('refuses numbers that do not fit', async () => {
    await expect(replyAddress(settings, { ...target, ticketNumber: 2 ** 32 })).rejects.toThrow(RangeError);
  });
});
