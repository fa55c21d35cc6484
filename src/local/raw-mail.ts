/** What somebody types into their mail program. */
export interface TypedMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Message-ID of the mail that it answers. */
  readonly inReplyTo?: string | undefined;
  readonly references?: string | undefined;
  /** False: as it arrives from somebody who only says to be this sender. */
  readonly authenticated?: boolean | undefined;
}

/**
 * The mail as it lies on the wire after Cloudflare has received it, with the
 * fields that Cloudflare prepends, in their order (as seen in June 2026).
 */
export const rawMail = (mail: TypedMail, now: Date, id: string = crypto.randomUUID()): string => {
  const domain = mail.from.split('@')[1] ?? 'localhost';
  const date = now.toUTCString().replace('GMT', '+0000');
  const fields = [
    `Received: from mail.${domain} (192.0.2.10)\r\n        by cloudflare-email.net (cloudflare) id ${id.slice(0, 8)}\r\n        for <${mail.to}>; ${date}`,
    'ARC-Seal: i=1; a=rsa-sha256; s=cf2024-1; d=cloudflare-email.net; cv=none; b=Zm9v',
    `Received-SPF: pass (mx.cloudflare.net: domain of ${mail.from} designates 192.0.2.10 as permitted sender)`,
    `Authentication-Results: ${results(domain, mail)}`,
    `Received: by mail.${domain} (Postfix) id ${id.slice(9, 13)}; ${date}`,
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    `Subject: ${encodedWords(mail.subject)}`,
    `Message-ID: <${id}@${domain}>`,
    `Date: ${date}`,
    ...(mail.inReplyTo ? [`In-Reply-To: ${mail.inReplyTo}`, `References: ${mail.references ?? mail.inReplyTo}`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  return `${fields.join('\r\n')}\r\n\r\n${lines(base64(mail.body))}\r\n`;
};

const results = (domain: string, { from, authenticated = true }: TypedMail): string =>
  authenticated
    ? `mx.cloudflare.net; dkim=pass header.d=${domain} header.s=s1 header.b=Ab1c; dmarc=pass header.from=${domain} policy.dmarc=none; spf=none (mx.cloudflare.net: no SPF records found for postmaster@mail.${domain}) smtp.helo=mail.${domain}; spf=pass (mx.cloudflare.net: domain of ${from} designates 192.0.2.10 as permitted sender) smtp.mailfrom=${from}; arc=none smtp.remote-ip=192.0.2.10`
    : `mx.cloudflare.net; dkim=none; dmarc=none header.from=${domain} policy.dmarc=none; spf=softfail smtp.mailfrom=${from}`;

const base64 = (text: string): string => new TextEncoder().encode(text).toBase64();

const lines = (text: string): string => (text.match(/.{1,76}/g) ?? []).join('\r\n');

const encodedWords = (text: string): string =>
  [...text.matchAll(/.{1,30}/gsu)].map(([part]) => `=?utf-8?B?${base64(part)}?=`).join('\r\n ');
