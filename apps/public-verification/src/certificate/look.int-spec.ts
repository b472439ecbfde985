import { expect, it } from '@jest/globals';
import { CertificateIssuedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import { PersonalDataVault } from '@app/platform';
import { startTestService } from '@app/testing';
import { service } from '../service-definition.js';

it('a-stranger’s-look-is-kept before it is answered: whose certificate was shown, and not what was typed', async () => {
  const verification = await startTestService(service);
  const vault = verification.get<PersonalDataVault>(PersonalDataVault);
  const certificateId = newId();
  await verification.deliver(
    event(CertificateIssuedSchema, certificateId, {
      certificateId,
      certificateNumber: 'Y000023000001263000001',
      agencyName: '哈尔滨北方焊接装备有限公司',
      siteCode: 'Y000023000001',
      subject: { occupationCode: '6-18-02-04', occupationEdition: '2022', occupationName: '焊工', levelDigit: '3' },
      issuedOn: '2026-11-20',
      nameMasked: '张*丰',
      documentMasked: '230***********004X',
      nameIndex: vault.index('name', '张三丰'),
      documentIndex: vault.index('document', '23010219900307004X'),
      tokenSha256: 'ab'.repeat(32),
    }),
  );
  const ask = (name: string) =>
    verification.request('POST', '/verify', { json: { name, certificateNumber: 'Y000023000001263000001' } });
  await Promise.all([ask('张三丰'), ask('李四'), ...Array.from({ length: 20 }, () => ask('张三丰'))]);
  const rows = await verification.dataSource.query<{ content: Record<string, unknown> }[]>(
    `SELECT content FROM audit WHERE content ->> 'kind' = 'look'`,
  );
  const shown = rows.filter(({ content }) => (content['persons'] as string[]).length > 0);
  expect([rows.length, shown.length]).toEqual([22, 21]);
  expect(shown[0]?.content).toMatchObject({
    action: 'certificate.verify',
    actor: '',
    roles: ['public'],
    persons: [`certificate/${certificateId}`],
  });
  expect(JSON.stringify(rows)).not.toMatch(/张三丰|李四/);
  await verification.stop();
});
