/** The part of R2 that keeps mail as it came. */
export type RawStore = Pick<R2Bucket, 'put'>;

/**
 * Keeps a mail as it came, before anything reads it, so that no fault of ours
 * loses it. The key is by content: a second delivery of the same bytes is one object.
 */
export async function keepRaw(store: RawStore, tenantId: string, raw: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = `t/${tenantId}/raw/${new Uint8Array(await crypto.subtle.digest('SHA-256', raw)).toHex()}`;
  await store.put(key, raw, { httpMetadata: { contentType: 'message/rfc822' } });
  return key;
}
