import type { Reader } from '#ui/reader.ts';

/** Somebody's name as others read it; an answer by mail may come before they ever said one. */
export function authorName(reader: Reader, name: string, workspace: string): string {
  return name === '' ? reader.t('request.unnamed', { workspace }) : name;
}
