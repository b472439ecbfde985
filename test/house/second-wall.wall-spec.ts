import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceDefinition } from '@app/platform';
import { eventually, startTestService, type TestService } from '@app/testing';
import { cellsOf, isCreation, isList, OWN, titleOf, type Cell } from './matrix/cells.js';
import { fingerprintOf } from './matrix/fingerprint.js';
import { nameOf, operationsOf } from './matrix/operations.js';
import { ask, outcomeOf, type Room } from './matrix/room.js';
import { ROOMS } from './matrix/rooms.js';

/** Filled by `removable-checks.mjs`: every check of the application that was loaded. */
declare global {
  var checkPlaces: string[] | undefined;
  var checkAt: <Check extends (...args: never[]) => unknown>(place: string, check: Check) => Check;
}

type Walls = 'both' | 'application';

/** A check is forgotten; or it takes whoever asks for the owner, where a list that is given no owner shows nothing. */
const MISTAKES: readonly (() => object)[] = [() => ({}), () => ({ organisationId: OWN.organisationId })];

let removed: string | undefined;
let mistake: (() => object) | undefined;
globalThis.checkAt = (place, check) => (place === removed && mistake ? (mistake as unknown as typeof check) : check);

const BANK = 'question-bank';
const REGULATORS = ['city-officer', 'province-officer', 'auditor'];
const OF_THE_BANK = ['item-author', 'item-reviewer', 'province-officer', 'auditor'];
/** Rows of a service as a whole: the guard is their only wall besides the network. */
const OF_THE_SERVICE = /^\/operations\//;
/** Mounted by the services that give files away. */
const EXPORTS = 'libs/platform/src/export/';
/** Askers per endpoint and reason: the matrix asks as everyone, here two are enough. */
const ASKERS = 2;

/** What the database can know: the asker reaches none of the rows in the room. */
function isStranger({ operation, role, organisation, jurisdiction }: Cell, service: string): boolean {
  if (service === BANK && operation.route !== '/audit') return !OF_THE_BANK.includes(role);
  if (REGULATORS.includes(role)) return jurisdiction === 'other' && !isCreation(operation);
  return isCreation(operation) ? organisation === 'none' : organisation !== 'own';
}

function strangersAt(service: string): Cell[] {
  const counts = new Map<string, number>();
  return operationsOf(service)
    .filter(({ access, route }) => access !== 'public' && !OF_THE_SERVICE.test(route))
    .flatMap(cellsOf)
    .filter((cell) => cell.expected !== 'allowed' && isStranger(cell, service))
    .filter((cell) => {
      const key = `${nameOf(cell.operation)} ${cell.expected}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return (counts.get(key) ?? 0) <= ASKERS;
    });
}

/** Past the wall, even if a rule of the field then says no; where something is made, only if it was. */
function gotIn(outcome: string, { operation }: Cell, walls: Walls): boolean {
  if (walls === 'both' && isCreation(operation)) return /^(2\d\d|409)$/.test(outcome);
  return isList(operation) ? outcome === 'shown' : /^(2\d\d|400|409|422)$/.test(outcome);
}

/** Roles inside an organisation are no matter of rows; the bank has no other check than the guard's. */
function isIn(place: string, { name, exports }: ServiceDefinition): boolean {
  if (place.startsWith(EXPORTS)) return exports !== undefined;
  return place.startsWith(`apps/${name}/`) || (place.startsWith('libs/') && (name === BANK || !place.endsWith('Role')));
}

describe.each(ROOMS)('with one check of $definition.name taken out', ({ definition, furnish }) => {
  const { name } = definition;
  const strangers = strangersAt(name);
  const places = (globalThis.checkPlaces ?? []).filter((place) => isIn(place, definition));
  const services = new Map<Walls, { service: TestService; room: Room }>();

  beforeAll(async () => {
    for (const walls of ['both', 'application'] as const) {
      const service = await startTestService(definition, walls);
      services.set(walls, { service, room: await furnish(service) });
      await eventually(
        async () => (await service.dataSource.query('SELECT 1 FROM audit WHERE position > 0 LIMIT 1')).length > 0,
        'an audit row to look at',
      );
    }
  });
  afterAll(async () => {
    removed = undefined;
    for (const { service } of services.values()) await service.stop();
  });

  const at = (walls: Walls) => {
    const found = services.get(walls);
    if (!found) throw new Error(`no service with ${walls} walls`);
    return found;
  };
  const whoGetsIn = async (walls: Walls): Promise<string[]> => {
    const { service, room } = at(walls);
    const inside: string[] = [];
    for (const cell of strangers) {
      const outcome = outcomeOf(await ask(service, room, cell), room, cell);
      if (gotIn(outcome, cell, walls)) inside.push(`${titleOf(cell)}: ${outcome}`);
    }
    return inside;
  };

  it('nobody gets in while all checks are there', async () => {
    expect(places.length).toBeGreaterThan(0);
    removed = undefined;
    expect(await whoGetsIn('application')).toEqual([]);
  });

  it.each(places)('%s: strangers get in without it, and not when the database has its wall', async (place) => {
    removed = place;
    let inside: string[] = [];
    for (mistake of MISTAKES) {
      inside = await whoGetsIn('application');
      if (inside.length > 0) break;
    }
    expect(inside).not.toEqual([]);
    const { dataSource } = at('both').service;
    const before = await fingerprintOf(dataSource);
    expect(await whoGetsIn('both')).toEqual([]);
    expect(await fingerprintOf(dataSource)).toEqual(before);
  });
});
