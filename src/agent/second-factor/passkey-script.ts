import { assets } from '#generated/assets.ts';
import type { Look } from '#http/frame.ts';

/** The look of a page with a `<passkey-form>`: its script is loaded on such pages only. */
export function withPasskeyScript(look: Look): Look {
  const { frame } = look;
  return { ...look, frame: { ...frame, scripts: [...(frame.scripts ?? []), assets['passkey-elements.js']] } };
}
