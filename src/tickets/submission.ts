/** What makes a write happen once: who, the key of the form as rendered, what was sent, what came of it. */
export interface Submission {
  /** `contact:<id>`, `agent:<id>` or `system`. */
  readonly actor: string;
  readonly key: string;
  /** Covers the route, its target and the words. */
  readonly bodyHash: string;
  /** An id made before the batch. */
  readonly result: string;
}
