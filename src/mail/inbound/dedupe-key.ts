import { sha256 } from '#lib/secrets.ts';

/**
 * One key for all deliveries of a mail: by recipient, sender and Message-ID, or
 * what was written where it has none. Never by the raw bytes, whose Received
 * lines differ from one delivery to the next.
 */
export const dedupeKey = async (mail: {
  readonly to: string;
  readonly from: string | null;
  readonly messageId: string | null;
  readonly date: string;
  readonly subject: string;
  readonly text: string;
}): Promise<string> => {
  const what =
    mail.messageId === null
      ? ['text', await sha256(JSON.stringify([mail.date, mail.subject, mail.text]))]
      : ['id', mail.messageId];
  return sha256(JSON.stringify([mail.to.toLowerCase(), mail.from, ...what]));
};
