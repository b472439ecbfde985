import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AccessRule, Reach, Role } from '@app/platform';

/** One endpoint with its declaration, as the checked-in OpenAPI document has it. */
export interface Operation {
  method: string;
  route: string;
  /** Which roles reach how far, or anyone. */
  access: AccessRule | 'public';
  showsPersons: boolean;
  /** The operation with the schemas it refers to, as JSON. */
  text: string;
}

interface Document {
  components: { schemas: Record<string, unknown> };
  paths: Record<string, Record<string, { 'x-access'?: AccessRule | 'public'; 'x-shows-persons'?: string }>>;
}

/** A new endpoint is here as soon as the documents are generated, and `npm run check` fails until they are. */
export function operationsOf(service: string): Operation[] {
  const file = path.resolve(import.meta.dirname, `../../../docs/openapi/${service}.json`);
  const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as Document;
  return Object.entries(paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const access = operation['x-access'];
      if (!access) throw new Error(`${service}: ${method} ${route} declares nobody's access`);
      return {
        method: method.toUpperCase(),
        route,
        access,
        showsPersons: 'x-shows-persons' in operation,
        text: textOf(operation, components.schemas),
      };
    }),
  );
}

/** Follows references, each once. */
function textOf(part: unknown, schemas: Record<string, unknown>, seen = new Set<string>()): string {
  const text = JSON.stringify(part);
  const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1] ?? '');
  const fresh = names.filter((name) => !seen.has(name));
  for (const name of fresh) seen.add(name);
  return [text, ...fresh.map((name) => textOf(schemas[name] ?? null, schemas, seen))].join('\n');
}

export const reachOf = (operation: Operation, role: Role): Reach | undefined =>
  operation.access === 'public' ? 'any' : operation.access[role];

/** `POST /plans/{id}/scores` */
export const nameOf = ({ method, route }: Operation): string => `${method} ${route}`;
