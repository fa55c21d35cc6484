interface MarkedTextProps {
  parts: readonly { readonly text: string; readonly isMatch: boolean }[];
}

/** A line in which the words that were searched for stand out. */
export const MarkedText = ({ parts }: MarkedTextProps) => (
  <bdi>{parts.map(({ text, isMatch }) => (isMatch ? <mark>{text}</mark> : text))}</bdi>
);
