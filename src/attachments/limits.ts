const MiB = 1024 * 1024;

/** Bytes of one file. */
export const largestFile = 25 * MiB;

/** What one person may keep unsent, over all forms: nobody fills a company's storage without sending. */
export const unsentPerOwner = { files: 40, bytes: 500 * MiB } as const;

/** What one contact sends in a day: nobody fills a company's storage alone, nor by a mail that was forwarded. */
export const bytesPerContactDay = 2048 * MiB;

const hourMs = 60 * 60 * 1000;

/** So long an upload can be sent. */
export const unsentLifetimeMs = 24 * hourMs;

/** It is swept later, so that nothing is sent while its object goes. */
export const unsentSweptAfterMs = unsentLifetimeMs + hourMs;

/** R2 takes parts of one size, at least 5 MiB; one of them is all that is ever held of a file. */
export const partBytes = 5 * MiB;

/** Pixels of an image that a page shows; beyond it a browser would choke (ASVS V5.2.6). */
export const mostPixels = { side: 16_384, area: 50_000_000 } as const;

/** Characters of a file's name. */
export const longestName = 150;
