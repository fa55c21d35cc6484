import { type HeaderField, valuesOf } from './header-block.ts';
import { type AuthResult, readResults } from './results.ts';

/**
 * Whether Cloudflare found this mail to come from the domain of its From. By
 * position alone: Cloudflare prepends its fields, so only what stands above the
 * second `Received` is its own, and a sender cannot write there. Its layout is
 * no documented contract: whatever looks otherwise counts as not authenticated.
 *
 * @param envelopeFrom MAIL FROM as the platform gives it
 */
export const isAuthenticated = (fields: readonly HeaderField[], from: string, envelopeFrom: string): boolean => {
  const domain = domainOf(from);
  // Sender-written text goes into Cloudflare's comments: with brackets or quotes in it, it could end one.
  if (!domain || !isPlain(envelopeFrom)) return false;
  const [value] = valuesOf(cloudflareFields(fields), 'authentication-results');
  const read = value === undefined ? null : readResults(value);
  if (read?.server !== 'mx.cloudflare.net') return false;
  return isAligned(read.results, domain, domainOf(envelopeFrom));
};

/** The fields between Cloudflare's own `Received`, which must be the first, and the next; none where either is missing. */
const cloudflareFields = (fields: readonly HeaderField[]): readonly HeaderField[] => {
  const [first, ...rest] = fields;
  if (first?.name !== 'received' || !/(^|\s)by cloudflare-email\.net(\s|$)/i.test(withoutComments(first.value)))
    return [];
  const second = rest.findIndex((field) => field.name === 'received');
  return rest.slice(0, Math.max(0, second));
};

const isAligned = (results: readonly AuthResult[], domain: string, envelopeDomain: string): boolean => {
  // HELO and MAIL FROM are the sender's words and stand in the spf results: a
  // dmarc or dkim result after the first of them might have been typed there.
  const firstSpf = results.findIndex(({ method }) => method === 'spf');
  const sound = firstSpf === -1 ? results : results.slice(0, firstSpf);
  const dmarc = results.filter(({ method }) => method === 'dmarc');
  if (dmarc.length > 1 || dmarc.some(({ result }) => result === 'fail')) return false;
  const says = (method: string, property: string) =>
    sound.some((each) => each.method === method && each.result === 'pass' && propertyOf(each, property) === domain);
  return says('dmarc', 'header.from') || says('dkim', 'header.d') || isSpfAligned(results, domain, envelopeDomain);
};

const isSpfAligned = (results: readonly AuthResult[], domain: string, envelopeDomain: string): boolean => {
  const mailFrom = results.filter(
    (each) => each.method === 'spf' && (!each.properties || each.properties.has('smtp.mailfrom')),
  );
  const [only] = mailFrom;
  if (!only || mailFrom.length > 1 || only.result !== 'pass' || envelopeDomain !== domain) return false;
  const value = propertyOf(only, 'smtp.mailfrom');
  return value === domain || domainOf(value) === domain;
};

const propertyOf = (result: AuthResult, property: string): string =>
  (result.properties?.get(property) ?? '').toLowerCase();

/** Domain of a plain address in lower case, or nothing. */
const domainOf = (address: string): string =>
  isPlain(address) ? address.slice(address.lastIndexOf('@') + 1).toLowerCase() : '';

/** An address without quotes, brackets or anything that could be read two ways. */
const isPlain = (address: string): boolean =>
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(address);

const withoutComments = (text: string): string => {
  let kept = '';
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (depth === 0) kept += character;
    if (character === ')' && depth > 0) depth -= 1;
  }
  return kept;
};
