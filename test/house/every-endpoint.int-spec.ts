import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestIssuer, startTestService, type TestAnswer, type TestService } from '@app/testing';
import { operationsOf } from './matrix/operations.js';
import { ALL_ROOMS } from './matrix/rooms.js';

const ID = '01900000-0000-7000-8000-000000000000';

function expectProblem(answer: TestAnswer, status: number, code: string): void {
  expect([answer.status, answer.body.type]).toEqual([status, `urn:jiangzheng:problem:${code}`]);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(JSON.stringify(answer.body)).not.toMatch(/\.(js|ts):\d+|node_modules/);
}

describe.each(ALL_ROOMS)('every endpoint of $definition.name', ({ definition }) => {
  const operations = operationsOf(definition.name);
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(definition);
  });
  afterAll(async () => {
    await service.stop();
  });

  it.each(operations.filter(({ access }) => access !== 'public'))(
    '$method $route refuses a missing, a foreign and an expired token',
    async ({ method, route, access }) => {
      const path = route.replaceAll(/\{\w+\}/g, ID);
      const json = method === 'GET' ? undefined : {};
      const foreignKey = await startTestIssuer();
      const roles = Object.keys(access) as (keyof typeof access)[];
      const someone = { subject: 'someone', organisationId: 'org-any', jurisdiction: '230000', roles };
      const tokens = [
        undefined,
        'nonsense',
        await foreignKey.tokenFor(someone),
        await service.issuer.tokenFor(someone, '-1m'),
      ];
      await foreignKey.stop();
      for (const token of tokens) {
        const answer = await service.request(method, path, { json, ...(token ? { token } : {}) });
        expectProblem(answer, 401, 'access/unauthenticated');
      }
    },
  );
});

/** Fields by which an answer shows a named person, and files that leave the house. */
const PERSONAL = /"(documentMasked|maskedDocument|maskedName|nameMasked|displayName)"|"format":"binary"/;
const NOT_A_LOOK: Readonly<Record<string, string>> = {
  'GET /publicity/{planId}': 'a public list, masked, which everyone may read while publicity runs',
  'GET /award-publicity/{id}': 'a public list, masked, which everyone may read while publicity runs',
  'GET /appointment-publicity/{id}': 'public, masked, while publicity runs',
  'GET /log/tile/{path}': 'public, and commits to persons without naming them',
  'POST /plans/{id}/roster': 'an upload: its file comes in',
  'POST /batches': 'an upload: its file comes in',
  'POST /element-tables': 'an upload: its file comes in',
  'POST /element-tables/{id}/items': 'an upload: its file comes in',
  'POST /numbers/imports/workbook': 'an upload: its file comes in',
  'POST /hand-over-packages/{id}/acknowledgement-preview': 'an upload: its file comes in',
  'POST /hand-over-packages/{id}/acknowledgements': 'an upload: its file comes in',
  ...Object.fromEntries(
    ['POST /people', 'POST /people/{id}/disable', 'POST /people/{id}/enable', 'POST /people/{id}/reset'].map((name) => [
      name,
      'a change, whose own row names the person',
    ]),
  ),
  'PUT /people/{id}/roles': 'a change, whose own row names the person',
};

/** What leaves the house although it names nobody, and what tells of persons by their certificates. */
const ALSO = new Set([
  'GET /paper-orders/{planId}/content',
  'GET /certificates/{id}/credential',
  'GET /changes',
  'GET /changes/{id}',
  'GET /correction-requests',
  'GET /correction-requests/{id}',
  'GET /hand-over-refusals',
  'POST /watches',
]);

it.each(ALL_ROOMS.flatMap(({ definition }) => operationsOf(definition.name)))(
  '$method $route leaves an audit row when its answer shows a person',
  ({ method, route, showsPersons, text }) => {
    const name = `${method} ${route}`;
    const isExpected = ALSO.has(name) || (PERSONAL.test(text) && !(name in NOT_A_LOOK));
    expect(showsPersons).toBe(isExpected);
  },
);
