import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROLES, type Role, type ServiceDefinition } from '@app/platform';
import { startTestIssuer, startTestService, type TestAnswer, type TestService } from '@app/testing';
import { service as agencyFiling } from '../../apps/agency-filing/src/service-definition.js';
import { service as certificateIssuance } from '../../apps/certificate-issuance/src/service-definition.js';
import { service as examScheduling } from '../../apps/exam-scheduling/src/service-definition.js';
import { service as identity } from '../../apps/identity/src/service-definition.js';
import { service as publicVerification } from '../../apps/public-verification/src/service-definition.js';
import { service as questionBank } from '../../apps/question-bank/src/service-definition.js';

interface Operation {
  method: string;
  route: string;
  isPublic: boolean;
  roles: Role[];
}

interface Document {
  paths: Record<string, Record<string, { 'x-access'?: string; 'x-roles'?: Role[] }>>;
}

const ID = '01900000-0000-7000-8000-000000000000';

/** As the checked-in OpenAPI document lists them: a new endpoint is here as soon as it exists. */
function operationsOf(definition: ServiceDefinition): Operation[] {
  const file = path.resolve(import.meta.dirname, `../../docs/openapi/${definition.name}.json`);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Document;
  return Object.entries(paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      route: route.replaceAll(/\{\w+\}/g, ID),
      isPublic: operation['x-access'] === 'public',
      roles: operation['x-roles'] ?? [],
    })),
  );
}

function expectProblem(answer: TestAnswer, status: number, code: string): void {
  expect([answer.status, answer.body.type]).toEqual([status, `urn:jiangzheng:problem:${code}`]);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(JSON.stringify(answer.body)).not.toMatch(/\.(js|ts):\d+|node_modules/);
}

describe.each([agencyFiling, questionBank, examScheduling, certificateIssuance, publicVerification, identity])(
  'every endpoint of $name',
  (definition) => {
    const operations = operationsOf(definition);
    let service: TestService;

    beforeAll(async () => {
      service = await startTestService(definition);
    });
    afterAll(async () => {
      await service.stop();
    });

    it('is public or names its roles', () => {
      expect(operations.length).toBeGreaterThan(2);
      expect(operations.filter(({ isPublic, roles }) => isPublic === roles.length > 0)).toEqual([]);
    });

    it.each(operations.filter(({ isPublic }) => !isPublic))(
      '$method $route refuses a missing, a foreign and an expired token, and every role that it does not name',
      async ({ method, route, roles }) => {
        const json = method === 'GET' ? undefined : {};
        const foreignKey = await startTestIssuer();
        const someone = { subject: 'someone', organisationId: 'org-any', jurisdiction: '230000', roles };
        const tokens = [
          undefined,
          'nonsense',
          await foreignKey.tokenFor(someone),
          await service.issuer.tokenFor(someone, '-1m'),
        ];
        await foreignKey.stop();
        for (const token of tokens) {
          const answer = await service.request(method, route, { json, ...(token ? { token } : {}) });
          expectProblem(answer, 401, 'access/unauthenticated');
        }
        const others = ROLES.filter((role) => !roles.includes(role));
        expectProblem(
          await service.request(method, route, { json, as: { ...someone, roles: others } }),
          403,
          'access/role',
        );
      },
    );
  },
);
