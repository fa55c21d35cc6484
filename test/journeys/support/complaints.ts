import type { BrowserContext } from '@playwright/test';

/** What browsers complained about: scripts that threw, refused content, anything that a page logs as an error. */
export class Complaints {
  readonly #heard: string[] = [];
  readonly #expected: RegExp[] = [
    // A page that says no is a page all the same; scripts and styles that are missing are not.
    /Failed to load resource: the server responded with a status of 4\d\d .* at http:\/\/[^/]+\/(?!assets)/,
  ];

  listenTo(context: BrowserContext): void {
    context.on('weberror', (error) => this.#heard.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() !== 'error' && !/Content.Security.Policy|Trusted/.test(message.text())) return;
      this.#heard.push(`${message.text()} at ${message.location().url}`);
    });
  }

  /** What the journey itself brings about. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  get all(): readonly string[] {
    return this.#heard.filter((line) => !this.#expected.some((pattern) => pattern.test(line)));
  }
}
