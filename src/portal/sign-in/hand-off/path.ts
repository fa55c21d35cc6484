/** Where a tenant's product brings its users: the one address of a portal that takes a POST from elsewhere. */
export const handOffPath = '/sign-in/hand-off';
