/** Neutrals of every mail; the tenant's accent comes as a slot. */
export const tones = {
  page: '#f4f4f5',
  card: '#ffffff',
  ink: '#1c1c1f',
  dim: '#5f5f68',
  line: '#e2e2e6',
  soft: '#f4f4f6',
};

export const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const mono = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Courier New', monospace";

/**
 * For clients that read a style sheet: dark colours and narrow screens. All
 * else is inline, so that a client that drops this shows the light mail.
 */
export const sheet = `
@media (max-width: 480px) {
  .gutter { padding-left: 20px !important; padding-right: 20px !important; }
  .code { font-size: 32px !important; letter-spacing: 6px !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background-color: #131315 !important; }
  .card { background-color: #1d1d20 !important; }
  .ink { color: #ededf0 !important; }
  .dim { color: #a3a3ad !important; }
  .line { border-color: #34343a !important; }
  .soft { background-color: #29292e !important; }
  .plate { background-color: #ffffff !important; padding: 8px 12px !important; }
}
`;
