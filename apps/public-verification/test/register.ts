import { createHash } from 'node:crypto';
import { CertificateBatchIssuedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import { PersonalDataVault, type Principal } from '@app/platform';
import { maskName, maskResidentId } from '@app/standards';
import type { TestAnswer, TestService } from '@app/testing';
import { SITE, type Holder } from './messy-list.js';

export const AGENCY = '哈尔滨北方焊接装备有限公司';
const PER_EVENT = 500;

export const employer: Partial<Principal> = {
  subject: 'employer.qian',
  organisationId: 'org-employer-qian',
  organisationName: '哈尔滨钱氏机械有限公司',
  name: '钱大海',
  roles: ['employer'],
};

/** Gives every holder the certificate, by the events that the issuing service would tell. @returns ids in their order */
export async function issueAll(service: TestService, holders: readonly Holder[]): Promise<string[]> {
  const vault = service.get<PersonalDataVault>(PersonalDataVault);
  const ids = holders.map(() => newId());
  for (let start = 0; start < holders.length; start += PER_EVENT) {
    const batchId = newId();
    const certificates = holders.slice(start, start + PER_EVENT).map((holder, at) => ({
      certificateId: ids[start + at] ?? '',
      certificateNumber: holder.certificateNumber,
      nameMasked: maskName(holder.name),
      documentMasked: maskResidentId(holder.documentNumber),
      nameIndex: vault.index('name', holder.name),
      documentIndex: vault.index('document', holder.documentNumber),
      tokenSha256: createHash('sha256').update(holder.certificateNumber).digest('hex'),
    }));
    await service.deliver(
      event(CertificateBatchIssuedSchema, batchId, {
        batchId,
        agencyName: AGENCY,
        siteCode: SITE,
        subject: {
          occupationCode: '6-18-02-04',
          occupationEdition: '2022',
          occupationName: '焊工',
          specialty: '电焊工',
          levelDigit: '3',
        },
        issuedOn: '2026-11-20',
        basis: 'assessment',
        certificates,
      }),
    );
  }
  return ids;
}

export const DECLARED = { purpose: 'tender', purposeText: '某某工程投标人员核查', consent: '2026-1' } as const;

export const upload = (
  service: TestService,
  bytes: Uint8Array,
  options: { as?: Partial<Principal>; key?: string; fields?: Record<string, string> } = {},
): Promise<TestAnswer> =>
  service.request('POST', '/batches', {
    as: options.as ?? employer,
    file: { name: '名单.xlsx', bytes },
    fields: { ...DECLARED, ...options.fields },
    ...(options.key ? { key: options.key } : {}),
  });

const PATIENCE_MS = 120_000;
const POLL_MS = 50;

/** Ten thousand rows take a while on a machine that is busy. */
export async function patiently<T>(probe: () => Promise<T>, what: string): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`waited ${PATIENCE_MS} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Waits until the batch is in one of the states. */
export async function reached(service: TestService, id: string, ...states: string[]): Promise<TestAnswer['body']> {
  return patiently(
    async () => {
      const { body } = await service.request('GET', `/batches/${id}`, { as: employer });
      return states.includes(body.state) ? body : undefined;
    },
    `a batch that is ${states.join(' or ')}`,
  );
}
