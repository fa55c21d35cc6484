import type { Child } from 'hono/jsx';
import type { Contact } from '#lib/actor.ts';
import type { Frame } from '#ui/frame.ts';
import { PortalShell, type PortalShellProps } from '#ui/portal-shell.tsx';

export type ContactPageProps = Omit<PortalShellProps, 'person' | 'workspace'> & {
  frame: Frame;
  actor: Contact;
  children: Child;
};

/** The portal around a page of somebody who is signed in: who they are, and in which workspace. */
export const ContactPage = ({ actor, ...page }: ContactPageProps) => (
  <PortalShell
    {...page}
    person={{ name: actor.name, email: actor.email }}
    workspace={{ name: actor.accountName, others: actor.otherWorkspaces }}
    membersHref={actor.role === 'admin' ? '/members' : undefined}
  />
);
