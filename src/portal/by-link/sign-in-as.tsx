import { Button } from '#ui/button.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import type { Reader } from '#ui/reader.ts';

interface SignInAsProps {
  reader: Reader;
  holder: { readonly email: string };
  /** The request where one comes out. */
  number: number;
}

/** The whole portal, one press away. The link and code go to the holder's address, which the page names already. */
export const SignInAs = ({ reader: { t }, holder, number }: SignInAsProps) => (
  <form method="post" action="/sign-in">
    <HiddenFields fields={{ email: holder.email, return_to: `/requests/${number}` }} />
    <Button>{t('byLink.signIn')}</Button>
  </form>
);
