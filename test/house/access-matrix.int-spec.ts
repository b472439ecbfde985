import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import { cellsOf, isList, titleOf, type Cell } from './matrix/cells.js';
import { nameOf, operationsOf } from './matrix/operations.js';
import { ask, outcomeOf, type Room } from './matrix/room.js';
import { ALL_ROOMS } from './matrix/rooms.js';
import { fingerprintOf } from './matrix/fingerprint.js';

/** Hundreds of requests one after the other, also on a machine that is busy. */
jest.setTimeout(240_000);

/**
 * Every endpoint × every role × own, other and no organisation × own and other jurisdiction, against the answer that is
 * declared beside the endpoint (`@Access`). Once with both walls, and once with the application alone: each answers the
 * same without the other.
 */
describe.each(
  ALL_ROOMS.flatMap(({ definition, furnish }) =>
    (['both', 'application'] as const).map((walls) => ({ name: definition.name, walls, definition, furnish })),
  ),
)('every endpoint of $name for everyone, walls: $walls', ({ definition, walls, furnish }) => {
  const operations = operationsOf(definition.name).filter(({ access }) => access !== 'public');
  const cells = operations.flatMap(cellsOf);
  let service: TestService;
  let room: Room;

  beforeAll(async () => {
    service = await startTestService(definition, walls);
    room = await furnish(service);
  });
  afterAll(async () => {
    await service.stop();
  });

  const wrongAnswers = async (asked: readonly Cell[], isRight: (outcome: string, cell: Cell) => boolean) => {
    const wrong: string[] = [];
    for (const cell of asked) {
      const outcome = outcomeOf(await ask(service, room, cell), room, cell);
      if (!isRight(outcome, cell)) wrong.push(`${titleOf(cell)}: ${outcome}, expected ${cell.expected}`);
    }
    return wrong;
  };

  it('refuses whom it has to refuse, with the reason, and changes nothing', async () => {
    const refused = cells.filter((cell) => cell.expected !== 'allowed');
    expect(refused.length).toBeGreaterThan(50);
    const before = await fingerprintOf(service.dataSource);
    const wrong = await wrongAnswers(
      refused,
      (outcome, cell) => outcome === cell.expected || (isList(cell.operation) && outcome === 'not shown'),
    );
    expect(wrong).toEqual([]);
    expect(await fingerprintOf(service.dataSource)).toEqual(before);
  });

  it('lets through whom it has to let through', async () => {
    // Lists first: what is let through after them may take away what they show.
    const allowed = cells
      .filter((cell) => cell.expected === 'allowed')
      .toSorted((a, b) => Number(isList(b.operation)) - Number(isList(a.operation)));
    expect(allowed.length).toBeGreaterThan(3);
    const lists = new Set(Object.keys(room.ids).map((collection) => `GET /${collection}`));
    const wrong = await wrongAnswers(allowed, (outcome, { operation }) =>
      isList(operation)
        ? outcome === 'shown' || (outcome === 'not shown' && !lists.has(nameOf(operation)))
        : /^[24]\d\d$/.test(outcome) && outcome !== '401',
    );
    expect(wrong).toEqual([]);
  });
});
