/** The page needs somebody signed in, and nobody is. */
export class SignInNeeded extends Error {
  constructor() {
    super('sign-in needed');
  }
}
