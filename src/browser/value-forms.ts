/** A field's form (ui/values): unfolded, it is ready to be typed into; folded, it holds again what the request holds. */
export function followValueForms(): void {
  document.addEventListener('click', ({ target }) => {
    const row = target instanceof Element ? target.closest('.value-change > summary')?.parentElement : null;
    if (!(row instanceof HTMLDetailsElement)) return;
    if (row.open) return row.querySelector('form')?.reset();
    // It opens after the click.
    setTimeout(() => {
      const control = row.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea');
      control?.focus();
      if (control instanceof HTMLInputElement) control.select();
    });
  });
}
