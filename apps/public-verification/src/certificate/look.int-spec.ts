import { expect, it } from '@jest/globals';
import { CertificateIssuedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import { PersonalDataVault } from '@app/platform';
import { startTestService } from '@app/testing';
import { service } from '../service-definition.js';

interface Look {
  persons: string[];
  requestId?: string;
  address?: string;
}
type Content = Look & { looks?: Look[] };

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
  const rows = await verification.dataSource.query<{ content: Content }[]>(
    `SELECT content FROM audit WHERE content ->> 'kind' = 'look'`,
  );
  const looks = rows.flatMap(({ content }) => content.looks ?? [content]);
  const persons = [`certificate/${certificateId}`];
  expect([looks.length, looks.filter((look) => look.persons.length > 0).length]).toEqual([22, 21]);
  for (const { content } of rows)
    expect(content).toMatchObject({ action: 'certificate.verify', actor: '', roles: ['public'] });
  expect(looks.find((look) => look.persons.length > 0)).toMatchObject({ persons });
  for (const look of looks) expect(look).toMatchObject({ requestId: expect.any(String), address: expect.any(String) });
  const found = await verification.dataSource.query('SELECT 1 FROM audit WHERE content -> $$persons$$ @> $1', [
    JSON.stringify(persons),
  ]);
  expect(found.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/张三丰|李四/);
  await verification.stop();
});
