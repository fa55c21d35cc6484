import type { Form } from '#forms/builder/form.ts';
import { IconLink, IconPress } from '../../icon-press.tsx';

/** Takes a part of the form away; what would take more along is asked first. */
export const Removal = (props: { form: Form; href: string; label: string; isAsked: boolean }) => {
  const { form, href, label, isAsked } = props;
  if (isAsked) return <IconLink href={href} icon="cross" label={label} />;
  return <IconPress action={href} fields={{ seq: String(form.seq) }} icon="cross" label={label} />;
};
