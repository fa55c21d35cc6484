type Field = string | number | boolean | null;

/**
 * One structured line. Callers give allow-listed fields only: ids, route
 * patterns, counts, error codes. Never a token, code, address, mail body or URL.
 */
export function logEvent(
  level: 'info' | 'warn' | 'error',
  event: string,
  fields: Readonly<Record<string, Field>>,
): void {
  const line = JSON.stringify({ level, event, ...fields });
  if (level === 'error') console.error(line);
  else console.info(line);
}

/** What may be said of an error: its name and message with anything secret-like removed. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : 'not an Error';
  return text
    .replace(/[\w.+-]+@[\w.-]+/g, '<address>')
    .replace(/[\w-]{32,}/g, '<long>')
    .slice(0, 300);
}
