/**
 * An address of somebody else's server that ours may ask (SECURITY §1.13): https
 * on its own port, a name and no number, not this platform's. Null otherwise.
 */
export function outsideAddress(typed: string, platformDomain: string): string | null {
  const url = urlOf(typed);
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null;
  const host = url.hostname.replace(/\.$/, '');
  const labels = host.split('.');
  const isNumber = host.startsWith('[') || /^\d+$/.test(labels.at(-1) ?? '');
  if (labels.length < 2 || isNumber || insideNames.test(host)) return null;
  if (host === platformDomain || host.endsWith(`.${platformDomain}`)) return null;
  url.hash = '';
  return url.href;
}

/** Names that are no public server's (RFC 6761, RFC 6762, RFC 8375). */
const insideNames = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|invalid|onion)$/;

function urlOf(typed: string): URL | null {
  const text = typed.trim();
  if (text.length > 1000 || /[\s\p{Cc}\p{Cf}\\]/u.test(text)) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
