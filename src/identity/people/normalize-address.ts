const longest = 254; // RFC 5321 §4.5.3.1.3

/**
 * One mail address in the form in which we keep and compare it: trimmed, lower
 * case, the domain in IDNA ASCII form. Null for anything else, lists and
 * display names included (two addresses in one field: CVE-2023-7028).
 */
export function normalizeAddress(typed: string): string | null {
  const text = typed.trim().normalize('NFC');
  if (text.length > longest || /[\s\p{Cc}\p{Cf}\p{Cs},;:<>()[\]\\"]/u.test(text)) return null;
  const [local, domain, ...more] = text.split('@');
  if (!local || !domain || more.length > 0) return null;
  if (local.length > 64 || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null;
  const ascii = asciiDomain(domain);
  if (!ascii) return null;
  const address = `${local.toLowerCase()}@${ascii}`;
  return address.length > longest ? null : address;
}

/** Null for what is no domain name of at least two labels. */
function asciiDomain(domain: string): string | null {
  if (/[/?#%:@]/.test(domain)) return null;
  try {
    const { hostname } = new URL(`https://${domain}`);
    const labels = hostname.split('.');
    const isName = labels.length >= 2 && labels.every((label) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label));
    const isNumber = /^\d+$/.test(labels.at(-1) ?? '');
    return isName && !isNumber ? hostname : null;
  } catch {
    return null;
  }
}
