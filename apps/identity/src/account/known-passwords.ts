import { dictionary } from '@zxcvbn-ts/language-common';

/** In lower case; made at the first question, because most processes are never asked. */
let known: ReadonlySet<string> | undefined;

/** On the list of passwords that are tried first, because many people had them and they became public. */
export function isKnownPassword(lowerCase: string): boolean {
  known ??= new Set(dictionary['passwords-common'].map((password) => password.toLowerCase()));
  return known.has(lowerCase);
}
