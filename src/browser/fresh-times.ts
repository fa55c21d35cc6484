import { relativeTime } from '#lib/times.ts';

const everyMs = 30_000;

/** Keeps *3 min. ago* true while a page stays open. The server wrote it the same way. */
export function keepTimesFresh(): void {
  setInterval(() => document.hidden || refresh(), everyMs);
  document.addEventListener('visibilitychange', () => document.hidden || refresh());
}

function refresh(): void {
  const { lang, dataset } = document.documentElement;
  const zone = dataset.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const reader = { locale: lang, zone, now: Date.now() };
  for (const time of document.querySelectorAll('time[datetime]')) {
    const words = time.querySelector('[aria-hidden]');
    const text = relativeTime(Date.parse(time.getAttribute('datetime') ?? ''), reader);
    if (words && words.textContent !== text) words.textContent = text;
  }
}
