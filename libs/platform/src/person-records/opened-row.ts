import { PLATFORM_SEALED_COLUMNS, SEALED_EVENT_FIELDS } from '../personal-data/sealed-columns.js';
import type { PersonalDataPurpose } from '../personal-data/suite.js';
import type { PersonalDataVault } from '../personal-data/vault.js';
import type { ServiceDefinition } from '../service-definition.js';
import type { PersonPlace } from './person-place.js';

/** Keyed look-up values: they say nothing to the person, and outside they would tell who is the same as whom. */
const INDEX_FORM = /(_index|Index)$/;

/** A row as its person is given it: sealed values opened and read, blind indexes left out. */
export function openGiven(
  vault: Pick<PersonalDataVault, 'open'>,
  definition: ServiceDefinition,
  place: PersonPlace,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const purposes = purposesOf(definition, place.table);
  const shown = Object.entries(given).filter(
    ([name, value]) =>
      value !== null && !INDEX_FORM.test(name) && (place.columns === undefined || place.columns.includes(name)),
  );
  const opened = shown.map(([name, value]): [string, unknown] => {
    const purpose = purposes[name];
    return purpose && typeof value === 'string' ? [nameOf(name), read(vault.open(purpose, value))] : [name, value];
  });
  const values = Object.fromEntries(opened);
  return place.explain ? place.explain(values) : values;
}

function purposesOf({ data }: ServiceDefinition, table: string): Readonly<Record<string, PersonalDataPurpose>> {
  const columns = [...(data?.personalData ?? []), ...PLATFORM_SEALED_COLUMNS].filter((each) => each.table === table);
  const own = columns.flatMap((each) => ('purpose' in each ? [[each.column, each.purpose] as const] : []));
  return { ...SEALED_EVENT_FIELDS, ...Object.fromEntries(own) };
}

/** `person_sealed` -> `person`, `personSealed` -> `person` */
const nameOf = (name: string): string => name.replace(/_?[sS]ealed$/, '');

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
