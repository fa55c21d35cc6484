/** Content-Disposition by RFC 6266, with RFC 8187's way for names beyond ASCII. */
export function dispositionOf(kind: 'attachment' | 'inline', name: string): string {
  const file = name.replace(/[\p{C}"*/:<>?\\|]/gu, '_');
  const ascii = file
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(file).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return ascii === file ? `${kind}; filename="${file}"` : `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
