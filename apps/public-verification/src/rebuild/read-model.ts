/** Tables that are made of events alone, and hold all that verdicts are made of. The other rooms' tables are records. */
export const READ_MODEL_TABLES = ['certificate', 'filed_site', 'filed_scope_line', 'signing_key'] as const;

/** Services whose events make them. */
export const PUBLISHERS = ['agency-filing', 'certificate-issuance'] as const;

const SCHEMA_NAME = /^[a-z_][a-z0-9_]{0,50}$/;

/** Where the new read model is made while the old one serves; names are put into SQL, so they are checked. */
export function shadowOf(schema: string): string {
  if (!SCHEMA_NAME.test(schema)) throw new Error(`no schema name: ${schema}`);
  return `${schema}_rebuild`;
}
