import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { DemoClockFile, dayAfter } from './demo-clock.ts';
import { paperOf, type Paper } from './paper.ts';
import { startOwnSystem, type OwnSystem } from './own-system.ts';
import { eventually, Person, Refused } from './person.ts';

const VERIFICATION = '/api/public-verification';
const ISSUANCE = '/api/certificate-issuance';
const MY = `${VERIFICATION}/my`;

interface OwnCertificate {
  certificateId: string;
  certificateNumber: string;
  verdict: string;
  version: number;
  replacedBy?: string;
}
interface Look {
  asker: string;
  way: string;
  organisationName?: string;
  purpose?: { code: string };
  certificateIds: string[];
}
interface Extract {
  id: string;
  state: string;
  link: string;
  views: number;
}
interface Shown {
  state: string;
  text: { zh: string; en: string };
  certificates: Record<string, unknown>[];
}
interface Asked {
  id: string;
  state: string;
  refusal?: string;
}
interface List<T> {
  items: T[];
}

let own: OwnSystem;
let paper: Paper;
let others: Paper;
let holder: Person;
let clerk: Person;
let stranger: Person;

before(async () => {
  own = await startOwnSystem();
  const { certificates } = await own.journey();
  const { urls, secrets } = own.system;
  const account = (name: string): Person => Person.account(urls.public, name, secrets.demoPassword);
  [holder, clerk, stranger] = [account('candidate.demo'), account('clerk.north'), Person.stranger(urls.public)];
  [paper, others] = [await paperOf(own, certificates[0]?.id), await paperOf(own, certificates[1]?.id)];
});
after(async () => {
  await own.stop();
});

const refusedWith =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof Refused && error.is(code);
const certificates = async (): Promise<OwnCertificate[]> =>
  (await holder.get<List<OwnCertificate>>(`${MY}/certificates`)).items;
const looks = async (): Promise<Look[]> => (await holder.get<List<Look>>(`${MY}/checks`)).items;
const show = (link: string): Promise<Shown> =>
  stranger.get<Shown>(`${VERIFICATION}/extracts/${link.split('/').at(-1)}`);

test('signed in, the holder shows by the paper who they are and sees the own certificate, and no other', async () => {
  await assert.rejects(() => holder.get(`${MY}/certificates`), refusedWith('binding/none'));
  const { name, documentNumber } = paper;
  await assert.rejects(
    () => holder.put(`${MY}/binding`, { name, documentNumber, token: others.token }),
    refusedWith('binding/not-matching'),
  );
  const claim = { name, documentNumber, token: `${own.system.urls.public}/v/${paper.token}` };
  assert.deepEqual(await holder.put<{ isBound: boolean }>(`${MY}/binding`, claim).then(({ isBound }) => isBound), true);
  assert.deepEqual(
    (await certificates()).map(({ certificateId, verdict }) => [certificateId, verdict]),
    [[paper.certificateId, 'VALID']],
  );
  await assert.rejects(() => stranger.get(`${MY}/certificates`), refusedWith('access/unauthenticated'));
});

test('an employer’s inquiry shows up under checks with name and purpose, a stranger’s without a name', async () => {
  const employer = Person.account(own.system.urls.public, 'employer.qian', own.system.secrets.demoPassword);
  for (const { name, documentNumber } of [paper, others]) {
    await employer.post(`${VERIFICATION}/inquiries`, { name, documentNumber, purpose: 'recruitment' });
  }
  await stranger.get(`${VERIFICATION}/verify/${paper.token}`);
  const [code, inquiry] = await looks();
  assert.deepEqual([code?.asker, code?.way, code?.organisationName], ['public', 'code', undefined]);
  assert.deepEqual(
    [inquiry?.asker, inquiry?.way, inquiry?.organisationName, inquiry?.purpose?.code, inquiry?.certificateIds],
    ['organisation', 'inquiry', '哈尔滨钱氏机械有限公司', 'recruitment', [paper.certificateId]],
  );
});

test('an extract shows level and occupation alone, until it is revoked or its days are over', async () => {
  const wish = { certificateIds: [paper.certificateId], fields: ['level', 'occupation'], validDays: 7, note: '投标用' };
  const make = (): Promise<Extract> => holder.post<Extract>(`${MY}/extracts`, wish);
  await assert.rejects(
    () => holder.post(`${MY}/extracts`, { ...wish, certificateIds: [others.certificateId] }),
    refusedWith('certificate/not-own'),
  );
  const [revoked, expiring] = [await make(), await make()];
  const shown = await show(revoked.link);
  assert.equal(shown.state, 'open');
  assert.deepEqual(
    shown.certificates.map(({ text: _text, ...rest }) => rest),
    [{ verdict: 'VALID', level: '三级/高级工', occupationName: '焊工', occupationCode: '6-18-02-04' }],
  );
  assert.ok(!JSON.stringify(shown).includes(paper.name) && !JSON.stringify(shown).includes(paper.number));
  assert.deepEqual([(await looks())[0]?.way, (await looks())[0]?.asker], ['extract', 'public']);

  assert.equal((await holder.post<Extract>(`${MY}/extracts/${revoked.id}/revoke`, {})).state, 'revoked');
  assert.deepEqual(
    [await show(revoked.link)].map(({ state, text, certificates: none }) => [state, text.zh, none]),
    [['revoked', '持证人已作废这份摘录', []]],
  );
  const clock = new DemoClockFile(path.join(own.system.dataDir, 'demo-clock.json'));
  clock.moveTo(dayAfter(clock.today(), wish.validDays + 1));
  const ended = await eventually('the extract to expire', async () => {
    const answer = await show(expiring.link);
    return answer.state === 'expired' ? answer : undefined;
  });
  assert.match(ended.text.zh, /摘录已过期，请持证人重新出具/);
  assert.deepEqual(ended.certificates, []);
});

test('a request for correction reaches the body, which proposes it; approved by a second person it is a new certificate', async () => {
  const rightName = `${paper.name}明`;
  const wish = { certificateId: paper.certificateId, field: 'name', rightValue: rightName, note: '居民身份证' };
  const asked = await holder.post<Asked>(`${MY}/correction-requests`, wish);
  await assert.rejects(() => holder.post(`${MY}/correction-requests`, wish), refusedWith('correction-request/open'));
  const inbox = `${ISSUANCE}/correction-requests`;
  await eventually('the body to see it', async () => {
    const { items } = await clerk.get<List<Asked>>(inbox);
    return items.find(({ id }) => id === asked.id);
  });
  const opened = await clerk.get<Asked & { rightValue: string; note: string }>(`${inbox}/${asked.id}`);
  assert.deepEqual([opened.state, opened.rightValue, opened.note], ['asked', rightName, '居民身份证']);
  const foreign = Person.account(own.system.urls.public, 'clerk.craft', own.system.secrets.demoPassword);
  assert.deepEqual((await foreign.get<List<Asked>>(inbox)).items, []);

  const change = await clerk.post<{ id: string }>(`${ISSUANCE}/changes`, {
    kind: 'correct',
    reason: 'person-corrected',
    explanation: '与身份证不一致',
    document: {
      title: '更正申请表',
      number: '',
      issuedOn: '2026-11-20',
      sha256: createHash('sha256').update('form').digest('hex'),
    },
    certificateIds: [paper.certificateId],
    correction: { name: rightName, documentType: paper.documentType, documentNumber: paper.documentNumber },
  });
  await clerk.post(`${inbox}/${asked.id}/accept`, { changeId: change.id });
  await eventually('the holder to be told', async () => {
    const [mine] = (await holder.get<List<Asked>>(`${MY}/correction-requests`)).items;
    return mine?.state === 'accepted' || undefined;
  });
  const officer = Person.account(own.system.urls.public, 'officer.province', own.system.secrets.demoPassword);
  await officer.post(`${ISSUANCE}/changes/${change.id}/approve`, {});
  const both = await eventually('the new certificate', async () => {
    const items = await certificates();
    return items.length === 2 ? items : undefined;
  });
  const [old, next] = both.toSorted((a, b) => a.version - b.version);
  assert.deepEqual([old?.verdict, next?.verdict, old?.replacedBy], ['REPLACED', 'VALID', next?.certificateId]);
});
