/**
 * The client that a limit counts: an IPv4 address, or the /64 of an IPv6 one,
 * for one customer line has 2^64 of those. `address` is CF-Connecting-IP.
 */
export function clientOf(address: string | undefined): string {
  if (!address) return 'unknown';
  if (!address.includes(':')) return address.slice(0, 50);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`.slice(0, 50);
}
