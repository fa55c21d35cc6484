/** The code in what somebody typed or pasted, also from the middle of a sentence: its digits, at most six. */
export function codeIn(text: string): string {
  const plain = text.normalize('NFKC');
  const grouped = /(?<!\d)(?:\d[\s-]*){5}\d(?!\d)/.exec(plain)?.[0] ?? plain;
  return grouped.replace(/\D/g, '').slice(0, 6);
}
