import { cleanLine } from '#lib/text.ts';
import { longestName } from './limits.ts';

/**
 * A name as it is kept: one line, its last part only, without what a system
 * could take for a path, a hidden file or another ending. It is shown, never
 * used as a path (CVE-2024-32491, CVE-2025-48471).
 */
export function cleanFileName(raw: string): string {
  const last = raw.slice(-2000).split(/[/\\]/).at(-1) ?? '';
  const name = cleanLine(last)
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return name === '' ? 'file' : cut(name);
}

/** The ending in lower case, without its dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([^.\s]{1,16})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Too long a name loses its middle: what it begins with and its ending say most. */
function cut(name: string): string {
  const points = Array.from(name);
  if (points.length <= longestName) return name;
  const ending = endingOf(name);
  const tail = ending === '' ? '' : `.${ending}`;
  return `${points
    .slice(0, longestName - Array.from(tail).length - 1)
    .join('')
    .trimEnd()}…${tail}`;
}
