/** Whether this address (normalized) is one of ours that takes answers: whoever writes to it talks to a machine. */
export function isOwnAddress(email: string, inboundDomain: string): boolean {
  const [, domain = ''] = email.split('@');
  return domain === inboundDomain || domain.endsWith(`.${inboundDomain}`);
}
