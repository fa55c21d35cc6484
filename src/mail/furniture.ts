import type { MailBrand } from './brand.ts';
import { type MailHtml, mailHtml, text, url } from './fill.ts';

/** The tenant's logo or name; it leads to the portal. With images off the name stands in the logo's place. */
export const masthead = (brand: MailBrand): MailHtml => {
  const look = 'font-size:18px;line-height:24px;font-weight:600;color:#1c1c1f;text-decoration:none';
  const inner = brand.logoUrl
    ? `<img class="plate" src="${url(brand.logoUrl)}" alt="${text(brand.name)}" height="32" style="height:32px;width:auto;max-width:240px;border:0;border-radius:4px;vertical-align:middle;${look}">`
    : text(brand.name);
  return mailHtml(`<a class="ink" href="${url(brand.homeUrl)}" style="${look}">${inner}</a>`);
};

/** Why the mail came, then the tenant's own links. */
export const footer = (brand: MailBrand, reason: string): MailHtml => {
  const links = [{ label: brand.name, url: brand.homeUrl }, ...brand.footerLinks].map(
    (link) =>
      `<a class="dim" href="${url(link.url)}" style="color:#5f5f68;text-decoration:underline">${text(link.label)}</a>`,
  );
  return mailHtml(`${text(reason)}<br>${links.join(' &nbsp;·&nbsp; ')}`);
};

/** What marks the end of the reader's answer; `src/mail/inbound/reply-text.ts` looks for the words. */
export const answerLine = (words: string): MailHtml =>
  mailHtml(
    `<p class="dim" style="margin:0;padding:12px 0 0;font-size:12px;line-height:18px;color:#5f5f68;text-align:center">${text(answerLineText(words))}</p>`,
  );

export const answerLineText = (words: string): string => `— ${words} —`;

/** Two columns: what it is, what it is here. */
export const facts = (rows: readonly (readonly [label: string, value: string])[]): MailHtml => {
  const size = 'font-size:14px;line-height:22px;vertical-align:top';
  const lines = rows.map(
    ([label, value]) =>
      `<tr><td class="dim" style="padding:0 16px 2px 0;color:#5f5f68;${size}">${text(label)}</td><td class="ink" style="padding:0 0 2px;color:#1c1c1f;${size}">${text(value)}</td></tr>`,
  );
  return mailHtml(
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tbody>${lines.join('')}</tbody></table>`,
  );
};
