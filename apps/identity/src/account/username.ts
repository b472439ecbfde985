const USERNAME_FORM = /^[a-z0-9][a-z0-9._-]{1,63}$/;

/** One spelling per account: full-width letters, capitals and surrounding blanks do not matter. */
export function normalUsername(typed: string): string | undefined {
  const username = typed.normalize('NFKC').trim().toLowerCase();
  return USERNAME_FORM.test(username) ? username : undefined;
}
