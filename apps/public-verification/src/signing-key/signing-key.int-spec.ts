import { expect, it } from '@jest/globals';
import { SigningKeyChangedSchema } from '@app/contracts';
import { keyTrustAt } from '@app/credential';
import { event } from '@app/messaging';
import { startTestService } from '@app/testing';
import { service } from '../service-definition.js';
import { SigningKeyService } from './signing-key.service.js';

it('a-key-is-given-up: what was logged below its index is trusted, all else is not, and its coordinates are kept', async () => {
  const verification = await startTestService(service);
  const keys = verification.get<SigningKeyService>(SigningKeyService);
  const [x, y] = ['x'.repeat(43), 'y'.repeat(43)];
  const told = (state: string, extra: object = {}) =>
    verification.deliver(event(SigningKeyChangedSchema, 'k1', { kid: 'k1', organisationId: 'org', state, ...extra }));
  await told('next', { x, y });
  await told('active');
  const trustAt = async (index: number | undefined) => {
    const key = await keys.find('k1');
    return key && keyTrustAt(key, index);
  };
  expect(await trustAt(undefined)).toBe('trusted');
  await told('compromised', { compromisedFrom: '100' });
  expect([await trustAt(99), await trustAt(100), await trustAt(undefined)]).toEqual([
    'trusted',
    'compromised',
    'compromised',
  ]);
  expect((await keys.find('k1'))?.publicJwk).toEqual({ kty: 'EC', crv: 'P-256', x, y, kid: 'k1' });
  expect(await keys.find('k2')).toBeNull();
  await verification.stop();
});
