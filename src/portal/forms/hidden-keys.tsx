/** What makes a form happen once, and the workspace that its page was made for. */
export interface FormKeys {
  readonly key: string;
  readonly workspace: string;
}

/** `autocomplete`: Firefox would bring an old key back on reload. */
export const HiddenKeys = ({ keys }: { keys: FormKeys }) => (
  <>
    <input type="hidden" name="key" value={keys.key} autocomplete="off" />
    <input type="hidden" name="workspace" value={keys.workspace} autocomplete="off" />
  </>
);
