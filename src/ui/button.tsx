import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';
type Shared = { look?: Look; icon?: IconName; wide?: boolean; children: Child };
type ButtonProps = Shared & {
  name?: string;
  value?: string;
  formaction?: string;
  formnovalidate?: boolean;
  /** Where there is room for the drawing alone. */
  title?: string;
  /** Hooks for our scripts only: `data-…`. */
  data?: Readonly<Record<`data-${string}`, string>>;
};

/** Submits the form it stands in. One `primary` a page. */
export const Button = ({ look = 'secondary', icon, wide, children, data, ...control }: ButtonProps) => (
  <button type="submit" class={classOf(look, wide)} {...control} {...data}>
    {icon && <Icon name={icon} />}
    {children}
  </button>
);

/** A link that looks like a button: it leads somewhere and changes nothing. */
export const ButtonLink = ({ href, look = 'secondary', icon, wide, children }: Shared & { href: string }) => (
  <a href={href} class={classOf(look, wide)}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
);

const classOf = (look: Look, wide: boolean | undefined) => `button ${look}${wide ? ' wide' : ''}`;
