import type { Page } from '@playwright/test';

interface Brought {
  readonly name: string;
  readonly type: string;
  /** Base64; `size` zero bytes where it is left out. */
  readonly bytes?: string;
  readonly size?: number;
}

/** Three by two pixels. */
export const pixels =
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEklEQVR4nGP8z8DAwMDABMIMAA4LAQPq1hF2AAAAAElFTkSuQmCC';

/** Files from the clipboard, or from a hand, into what has the focus. */
export async function bringFiles(page: Page, how: 'paste' | 'drop', files: readonly Brought[]): Promise<void> {
  await page.evaluate(`(() => {
    const brought = new DataTransfer();
    for (const { name, type, bytes, size } of ${JSON.stringify(files)}) {
      const content = bytes ? Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0)) : new Uint8Array(size ?? 1);
      brought.items.add(new File([content], name, { type }));
    }
    const common = { bubbles: true, cancelable: true };
    const event = ${how === 'paste'}
      ? new ClipboardEvent('paste', { ...common, clipboardData: brought })
      : new DragEvent('drop', { ...common, dataTransfer: brought });
    document.activeElement.dispatchEvent(event);
  })()`);
}
