/** A control that the server found wrong is called so no longer once the browser finds it right; the server judges again. */
export function forgiveMended(): void {
  document.addEventListener('input', ({ target }) => {
    const isControl =
      target instanceof HTMLInputElement ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLTextAreaElement;
    if (!isControl || target.value === '' || !target.validity.valid) return;
    target.removeAttribute('aria-invalid');
    target.closest('.field, .choices')?.querySelector(':scope > .field-error')?.remove();
  });
}
