import type { RequestOptions, TestAnswer, TestService } from '@app/testing';
import { isList, type Cell } from './cells.js';
import { nameOf, type Operation } from './operations.js';

/** What stands in a service before it is asked, all of one organisation and jurisdiction. */
export interface Room {
  /** Ids by the collection they stand behind in a route, `plans` -> id, or by both where two kinds stand there, `keys/kid`. */
  ids: Readonly<Record<string, string>>;
  /** What the owner would send, by `POST /plans/{id}/review`: the refusal must come from the wall, not from the form. */
  bodies: Readonly<Record<string, Pick<RequestOptions, 'json' | 'file' | 'fields'>>>;
  /** Accounts of people that the service itself looks up, by `agency-admin/org-north`. */
  subjects?: Readonly<Record<string, string>>;
}

const filled = ({ route }: Operation, { ids }: Room): string =>
  route.replaceAll(/([\w-]+)\/\{(\w+)\}/g, (_whole, collection: string, name: string) => {
    const id = ids[`${collection}/${name}`] ?? ids[collection];
    if (!id) throw new Error(`the room has no id for ${collection} in ${route}`);
    return `${collection}/${id}`;
  });

export function ask(service: TestService, room: Room, { operation, principal }: Cell): Promise<TestAnswer> {
  const body = room.bodies[nameOf(operation)] ?? (operation.method === 'GET' ? {} : { json: {} });
  const subject = room.subjects?.[`${principal.roles[0] ?? ''}/${principal.organisationId}`] ?? principal.subject;
  return service.request(operation.method, filled(operation, room), { as: { ...principal, subject }, ...body });
}

const SHORT_ID = 5;

/** `403 access/role`; `200`; `200 without it` for a list that does not show what stands in the room. */
export function outcomeOf(answer: TestAnswer, room: Room, { operation }: Cell): string {
  if (answer.status === 403) return String(answer.body.type).replace('urn:jiangzheng:problem:', '');
  if (isList(operation) && answer.status === 200) {
    const shown = JSON.stringify(answer.body);
    // The number of a status list would be found in every answer.
    const isOfRoom = Object.values(room.ids).some((id) => id.length > SHORT_ID && shown.includes(id));
    // The audit trail tells of the room from the first row on.
    return isOfRoom || (operation.route === '/audit' && answer.body.items.length > 0) ? 'shown' : 'not shown';
  }
  return String(answer.status);
}
