import { isLostFile } from '#attachments/attach-to.ts';

/** Null where the batch failed because a file was not there to be sent: not this person's, not of this form, or sent before. */
export async function orLostFile<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write();
  } catch (error) {
    if (isLostFile(error)) return null;
    throw error;
  }
}
