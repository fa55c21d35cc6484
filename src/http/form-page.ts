/**
 * The page whose form posts to this path: where somebody goes back to, and the
 * name under which what they typed is kept. `/requests/1043/messages` belongs
 * to `/requests/1043`.
 */
export function pageOfForm(path: string): string {
  return /^\/requests\/\d+(?=\/|$)/.exec(path)?.[0] ?? path;
}
