/**
 * The path to go to after signing in, or `/` for whatever could lead off this
 * host (SECURITY §1.8). `origin` is the request's own.
 */
export function returnTo(path: string | undefined, origin: string): string {
  if (!path || path.length > 2000 || !/^\/(?![/\\])[^\s\p{Cc}\p{Cf}]*$/u.test(path)) return '/';
  try {
    const url = new URL(path, origin);
    if (url.origin !== origin) return '/';
    const normal = `${url.pathname}${url.search}${url.hash}`;
    return normal.startsWith('//') ? '/' : normal;
  } catch {
    return '/';
  }
}
