export type ProblemKind = 'not_found' | 'forbidden' | 'invalid' | 'conflict' | 'gone' | 'too_many' | 'too_large';

/**
 * What a domain throws when it refuses. Rendered once, by http/render-problem.
 * `code` is a stable word for programs and tests ("ticket_closed"); the words a
 * person reads come from the catalogue by it.
 */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;

  constructor(kind: ProblemKind, code: string) {
    super(`${kind}: ${code}`);
    this.name = 'Problem';
    this.kind = kind;
    this.code = code;
  }
}

/** The answer for anything that is another's or does not exist: the two must look alike. */
export function notFound(): Problem {
  return new Problem('not_found', 'not_found');
}
