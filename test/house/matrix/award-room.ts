import type { TestService } from '@app/testing';
import {
  AwardDesk,
  done,
  EMPLOYER_SITE,
  northAdmin,
  papersOf,
  WELDER,
} from '../../../apps/certificate-issuance/test/award-setting.js';
import { northClerk, province } from '../../../apps/certificate-issuance/test/reporter.js';
import type { Room } from './room.js';

/** An application, a filed post with an appointment, an honour and a norm, beside what the issuing room has. */
export async function awardRoom(service: TestService): Promise<Room> {
  const desk = await AwardDesk.open(service);
  const make = async (path: string, as: object, json: object = {}): Promise<string> =>
    (await done(service.request('POST', path, { as, json }))).body.id as string;
  const content = desk.content('direct-recognition', [desk.row('direct-recognition')]);
  const drafted = await done(desk.draft(content));
  const post = {
    level: 'special-technician',
    filingId: desk.employerFiling,
    siteCode: EMPLOYER_SITE,
    occupationCode: WELDER,
    specialty: '',
    quota: 2,
    planNumber: '岗位〔2026〕1号',
    validFrom: '2026-01-05',
    validUntil: '2028-12-31',
  };
  const posts = await make('/posts', northClerk, post);
  await make(`/posts/${posts}/confirm`, northAdmin);
  await make(`/posts/${posts}/file`, province);
  const facts = { seniorTechnicianSince: '2020-05-01', frontLine: true, evidence: papersOf('appointment') };
  const appointment = { ...desk.person(), ...facts, postId: posts };
  const honour = { kind: 'enterprise-scheme', jurisdiction: '230100', givenOn: '2025-05-01', decisionNumber: '1号' };
  const norm = { code: 'HLJ-ZX-001', name: '冰雕制作', publishedOn: '2026-01-05', documentNumber: '1号' };
  const refusal = { json: { reason: '材料不实' } };
  return {
    ids: {
      awards: drafted.body.id,
      'award-rows': drafted.body.rows[0].id,
      posts,
      appointments: await make('/appointments', northClerk, appointment),
      honours: await make('/honours', northClerk, { ...desk.person(), ...honour }),
      'skill-norms': await make('/skill-norms', province, norm),
    },
    bodies: {
      'POST /awards': { json: content },
      'POST /awards/{id}/rows': { json: { rows: [desk.row('direct-recognition')] } },
      'POST /awards/{id}/refuse': refusal,
      'POST /award-rows/{id}/objection': { json: { ground: 'other', reference: '异议1号' } },
      'POST /award-rows/{id}/objection-decision': { json: { decision: 'dismissed' } },
      'POST /skill-norms': { json: { ...norm, code: 'HLJ-ZX-002' } },
      'POST /posts': { json: post },
      'POST /appointments': { json: appointment },
      'POST /appointments/{id}/refuse': refusal,
      'POST /appointments/{id}/end': refusal,
      'POST /honours': { json: { ...desk.person(), ...honour } },
    },
  };
}
