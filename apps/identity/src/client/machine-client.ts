import { ROLES } from '@app/platform';

/** A machine client as the environment describes it. */
export interface MachineClient {
  id: string;
  name: string;
  secret: string;
  organisation?: string;
  roles: string[];
  jurisdiction?: string;
}

/** Secrets are stored as a plain SHA-256, which is only sound for long random ones. */
export const MACHINE_SECRET_LENGTH_MIN = 24;
/** Ids of our own programs that people sign in to. */
export const PORTAL_CLIENT_ID = 'portal';
export const DEMO_CLI_CLIENT_ID = 'demo-cli';
export const ACCOUNT_CLIENT_ID = 'account';
const OWN_CLIENT_IDS: readonly string[] = [PORTAL_CLIENT_ID, DEMO_CLI_CLIENT_ID, ACCOUNT_CLIENT_ID];

const CLIENT_ID_FORM = /^[a-z][a-z0-9-]{1,63}$/;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isOptionalText = (value: unknown): value is string | undefined => value === undefined || isText(value);

function readClient(id: string, value: unknown): MachineClient {
  if (!CLIENT_ID_FORM.test(id) || OWN_CLIENT_IDS.includes(id)) throw new RangeError(`${id} is not a usable client id`);
  const given = (typeof value === 'string' ? { secret: value } : value) as Record<string, unknown> | null;
  const { secret, name, organisation, roles = [], jurisdiction } = given ?? {};
  if (!isText(secret) || secret.length < MACHINE_SECRET_LENGTH_MIN)
    throw new RangeError(`the secret of ${id} must have at least ${MACHINE_SECRET_LENGTH_MIN} characters`);
  if (!Array.isArray(roles) || !roles.every((role) => (ROLES as readonly unknown[]).includes(role)))
    throw new RangeError(`the roles of ${id} must be a list of known roles`);
  if (!isOptionalText(name) || !isOptionalText(organisation) || !isOptionalText(jurisdiction))
    throw new RangeError(`name, organisation and jurisdiction of ${id} must be texts`);
  return {
    id,
    name: name ?? id,
    secret,
    roles: roles as string[],
    ...(organisation ? { organisation } : {}),
    ...(jurisdiction ? { jurisdiction } : {}),
  };
}

/**
 * Machine clients as JSON: `{"<id>": "<secret>"}` or
 * `{"<id>": {"secret": "…", "name": "…", "organisation": "…", "roles": ["…"], "jurisdiction": "…"}}`.
 * @throws RangeError or SyntaxError that names the client and the rule, and never a secret
 */
export function readMachineClients(json: string): MachineClient[] {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new SyntaxError('is not JSON');
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new RangeError('is not a JSON object');
  return Object.entries(given).map(([id, value]) => readClient(id, value));
}
