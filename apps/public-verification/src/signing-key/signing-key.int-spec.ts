import { expect, it } from '@jest/globals';
import { SigningKeyChangedSchema } from '@app/contracts';
import { event } from '@app/messaging';
import { startTestService } from '@app/testing';
import { service } from '../service-definition.js';
import { SigningKeyService } from './signing-key.service.js';

it('a-key-is-given-up: it stays known, with the index from which it proves nothing', async () => {
  const verification = await startTestService(service);
  const keys = verification.get<SigningKeyService>(SigningKeyService);
  const [x, y] = ['x'.repeat(43), 'y'.repeat(43)];
  const told = (state: string, extra: object = {}) =>
    verification.deliver(
      event(SigningKeyChangedSchema, 'k1', { kid: 'k1', organisationId: 'org', state, x, y, ...extra }),
    );
  await told('next');
  await told('active');
  expect((await keys.all())[0]?.compromisedFrom ?? null).toBeNull();
  await told('compromised', { compromisedFrom: '100' });
  expect(await keys.all()).toMatchObject([
    { state: 'compromised', compromisedFrom: 100, kty: 'EC', crv: 'P-256', x, y },
  ]);
  await verification.stop();
});
