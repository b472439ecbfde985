import { readFileSync } from 'node:fs';
import { CorrectionRequestAskedSchema, PlanApprovedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import { PersonalDataVault, type Principal, type ServiceDefinition } from '@app/platform';
import { eventually, type TestAnswer, type TestService } from '@app/testing';
import { service as agencyFiling } from '../../../apps/agency-filing/src/service-definition.js';
import { service as certificateIssuance } from '../../../apps/certificate-issuance/src/service-definition.js';
import { northClerk, province2, Reporter } from '../../../apps/certificate-issuance/test/reporter.js';
import { service as examScheduling } from '../../../apps/exam-scheduling/src/service-definition.js';
import { candidatesOf } from '../../../apps/exam-scheduling/test/export-setting.js';
import { clerk, ExamDesk, filed, fixture, planContent, points } from '../../../apps/exam-scheduling/test/setting.js';
import { service as identity } from '../../../apps/identity/src/service-definition.js';
import { service as publicVerification } from '../../../apps/public-verification/src/service-definition.js';
import { service as questionBank } from '../../../apps/question-bank/src/service-definition.js';
import { awardRoom } from './award-room.js';
import { handOverBodies, handOverIds } from './hand-over-room.js';
import { identityRoom } from './identity-room.js';
import type { Room } from './room.js';
import { verificationRoom } from './verification-room.js';

const refusal = { json: { reason: '用途不明' } };
const review = { json: { decision: 'return', opinion: '请补正' } };
const filingContent = (creditCode: string): object => ({
  agencyName: '哈尔滨北方焊接装备有限公司',
  creditCode,
  kind: 'employer',
  jurisdiction: '230100',
  sites: [{ siteId: 'main', name: '主厂区', regionCode: '230100', address: '某路 1 号' }],
  scope: [{ siteId: 'main', occupationCode: '6-18-02-04', specialty: '电焊工', levelDigit: '3' }],
});

async function done(answering: Promise<TestAnswer>): Promise<TestAnswer> {
  const answer = await answering;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

async function filingRoom(service: TestService): Promise<Room> {
  const made = await done(
    service.request('POST', '/filings', { as: clerk, json: filingContent('91230100MA00000130') }),
  );
  return {
    ids: { filings: made.body.id },
    bodies: {
      'POST /filings': { json: filingContent('91350100M000100Y43') },
      'PUT /filings/{id}': { json: filingContent('91230100MA00000130') },
      'POST /filings/{id}/city-review': review,
      'POST /filings/{id}/province-review': review,
    },
  };
}

async function examRoom(service: TestService): Promise<Room> {
  service.setNow('2026-11-23T02:00:00Z');
  await service.deliver(filed());
  const desk = new ExamDesk(service);
  const plan = await desk.draft();
  const bytes = fixture('roster-welder-3.xls');
  const roster = await done(desk.upload(plan, bytes));
  const wish = { json: candidatesOf(plan) };
  const exported = await done(service.request('POST', '/exports', { as: clerk, ...wish }));
  return {
    ids: { plans: plan, 'roster-imports': roster.body.importId, publicity: plan, exports: exported.body.id },
    bodies: {
      'POST /exports': wish,
      'POST /exports/{id}/refuse': refusal,
      'POST /plans': { json: planContent },
      'POST /plans/{id}/roster': { file: { name: 'roster.xls', bytes } },
      'POST /plans/{id}/review': review,
      'PUT /plans/{id}/scores': { json: { rows: [points('Y00000126121200001', 1, 1)] } },
    },
  };
}

async function issuanceRoom(service: TestService): Promise<Room> {
  service.setNow('2026-12-01T02:00:00Z');
  const reporter = await Reporter.withFiling(service);
  const roll = await reporter.plannedRoll();
  await reporter.report(roll, 1, reporter.people(3));
  await done(service.request('POST', `/rolls/${roll.rollId}/issue`, { as: province2, json: {} }));
  const list = await done(service.request('GET', '/certificates', { as: province2 }));
  const wish = {
    json: { kind: 'certificates', filter: { rollId: roll.rollId }, format: 'xlsx', purpose: '上报年度统计' },
  };
  const exported = await done(service.request('POST', '/exports', { as: northClerk, ...wish }));
  const rotation = { json: { reason: '年度轮换' } };
  const change = await done(service.request('POST', '/keys/org-north/rotate', { as: province2, ...rotation }));
  const proposal = {
    json: {
      kind: 'revoke',
      reason: 'fraud',
      explanation: '替考',
      document: { title: '调查报告', number: '', issuedOn: '2026-11-30', sha256: 'a'.repeat(64) },
      certificateIds: [list.body.items[0].id],
    },
  };
  const proposed = await done(service.request('POST', '/changes', { as: northClerk, ...proposal }));
  const awards = await awardRoom(service);
  const certificates = list.body.items[0].id as string;
  return {
    ids: {
      ...awards.ids,
      changes: proposed.body.id,
      'status-lists/list': '1',
      'status-lists/form': 'token',
      rolls: roll.rollId,
      certificates,
      exports: exported.body.id,
      'keys/organisationId': 'org-north',
      'keys/kid': change.body.kid,
      'key-changes': change.body.id,
      'correction-requests': await askedCorrection(service, certificates),
      'print-jobs': await printedJob(service, roll.rollId),
      ...(await handOverIds(service, certificates)),
    },
    bodies: {
      ...awards.bodies,
      'POST /changes': proposal,
      'POST /exports': wish,
      'POST /exports/{id}/refuse': refusal,
      'POST /keys/{organisationId}/rotate': rotation,
      'POST /keys/{kid}/compromise': rotation,
      'POST /key-changes/{id}/refuse': refusal,
      ...handOverBodies,
      'POST /correction-requests/{id}/accept': { json: { changeId: proposed.body.id } },
      'POST /correction-requests/{id}/refuse': { json: { refusal: 'record-right' } },
      'POST /print-jobs': { json: { rollId: roll.rollId } },
    },
  };
}

async function askedCorrection(service: TestService, certificateId: string): Promise<string> {
  const requestId = newId();
  const wish = JSON.stringify({ rightValue: '张三', note: '身份证' });
  await service.deliver(
    event(CorrectionRequestAskedSchema, requestId, {
      requestId,
      certificateId,
      field: 'name',
      personSealed: service.get<PersonalDataVault>(PersonalDataVault).seal('person', wish),
      askedAt: '2026-12-01T02:00:00Z',
    }),
  );
  return requestId;
}

/** Made to the end: nothing in the room changes by itself afterwards. */
async function printedJob(service: TestService, rollId: string): Promise<string> {
  const asked = await done(service.request('POST', '/print-jobs', { as: northClerk, json: { rollId } }));
  const { id } = asked.body as { id: string };
  await eventually(
    async () => (await service.request('GET', `/print-jobs/${id}`, { as: northClerk })).body.state === 'ready',
    'a print file',
  );
  return id;
}

const author: Partial<Principal> = { subject: 'item-author', roles: ['item-author'] };
const bankReviewer: Partial<Principal> = { subject: 'reviewer.bank', roles: ['item-reviewer'] };
const bankFile = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)),
});

async function bankRoom(service: TestService): Promise<Room> {
  const tableFile = { file: bankFile('element-table-welder-3.xlsx') };
  const itemFile = { file: bankFile('items-welder-3.xlsx') };
  const blueprint = {
    durationMinutes: 90,
    sections: [
      { type: 'single', count: 20, pointsEach: 2 },
      { type: 'multiple', count: 8, pointsEach: 2.5 },
      { type: 'judgement', count: 20, pointsEach: 2 },
    ],
  };
  const table = await done(service.request('POST', '/element-tables', { as: author, ...tableFile }));
  const { id } = table.body;
  await done(service.request('POST', `/element-tables/${id}/approve`, { as: bankReviewer, json: {} }));
  await done(service.request('PUT', `/element-tables/${id}/blueprint`, { as: author, json: blueprint }));
  const items = await done(service.request('POST', `/element-tables/${id}/items`, { as: author, ...itemFile }));
  const planId = newId();
  const subject = {
    occupationCode: '6-18-02-04',
    occupationEdition: '2015',
    occupationName: '焊工',
    specialty: '电焊工',
    levelDigit: '3',
  };
  const approved = { planId, organisationId: 'org-north', subject, examOn: '2026-12-12' };
  await service.deliver(event(PlanApprovedSchema, planId, { ...approved, approvedAt: '2026-11-23T02:00:00Z' }));
  return {
    ids: { 'element-tables': id, 'item-imports': items.body.id, 'paper-orders': planId },
    bodies: {
      'POST /element-tables': tableFile,
      'POST /element-tables/{id}/items': itemFile,
      'PUT /element-tables/{id}/blueprint': { json: blueprint },
    },
  };
}

interface FurnishedService {
  definition: ServiceDefinition;
  furnish: (service: TestService) => Promise<Room>;
}

/** Every service with two walls, and what is put into it. */
export const ROOMS: readonly FurnishedService[] = [
  { definition: agencyFiling, furnish: filingRoom },
  { definition: questionBank, furnish: bankRoom },
  { definition: examScheduling, furnish: examRoom },
  { definition: certificateIssuance, furnish: issuanceRoom },
  { definition: publicVerification, furnish: verificationRoom },
];

/**
 * Every service with an OpenAPI document. Identity has one wall: it says who somebody is, so it reads accounts before
 * there is anybody on whose behalf the database could show them.
 */
export const ALL_ROOMS: readonly FurnishedService[] = [...ROOMS, { definition: identity, furnish: identityRoom }];
