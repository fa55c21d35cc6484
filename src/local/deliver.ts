/** How a mail ended at the door. `failed`: our own trouble, the sender's server would try again. */
export type Delivery =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'rejected'; readonly words: string }
  | { readonly outcome: 'failed'; readonly words: string };

export type EmailDoor = (message: ForwardableEmailMessage) => Promise<void> | void;

/** Hands a raw mail to the Worker's own `email()`, as the platform would. */
export const deliver = async (
  door: EmailDoor,
  envelope: { from: string; to: string },
  raw: string,
): Promise<Delivery> => {
  const bytes = new TextEncoder().encode(raw);
  let words: string | undefined;
  const refuse = () => Promise.reject(new Error('No mail is forwarded or answered here'));
  const message: ForwardableEmailMessage = {
    ...envelope,
    raw: new Blob([bytes]).stream(),
    rawSize: bytes.length,
    headers: new Headers(),
    canBeForwarded: false,
    setReject: (reason) => {
      words ??= reason;
    },
    forward: refuse,
    reply: refuse,
  };
  try {
    await door(message);
  } catch (error) {
    return { outcome: 'failed', words: error instanceof Error ? error.message : 'unknown' };
  }
  return words === undefined ? { outcome: 'accepted' } : { outcome: 'rejected', words };
};
