/**
 * The address without its subaddress (`nora+portal@…`): most systems bring both
 * to one mailbox (RFC 5233), so what is limited by mailbox counts them together.
 * `address` is normalized.
 */
export function mailboxOf(address: string): string {
  return address.replace(/(?<=.)\+.*(?=@)/, '');
}
