import { describe, expect, it } from '@jest/globals';
import {
  aggregateOf,
  CertificateBatchIssuedSchema,
  CertificateIssuedSchema,
  CertificateStatusChangedSchema,
  decodeEvent,
  encodeEvent,
  FilingFiledSchema,
  PaperSealedSchema,
  PlanApprovedSchema,
  PlanSeatedSchema,
  publisherOf,
  ResultRollAuditedSchema,
  ResultRollReportedSchema,
  SigningKeyChangedSchema,
  SubjectSchema,
  subjectOf,
} from './index.js';

describe('contracts', () => {
  it('take every subject from the contract, each once', () => {
    const schemas = [
      FilingFiledSchema,
      PaperSealedSchema,
      PlanApprovedSchema,
      ResultRollReportedSchema,
      PlanSeatedSchema,
      CertificateIssuedSchema,
      CertificateBatchIssuedSchema,
      CertificateStatusChangedSchema,
      SigningKeyChangedSchema,
      ResultRollAuditedSchema,
    ];
    const subjects = schemas.map((schema) => subjectOf(schema));
    expect(new Set(subjects).size).toBe(schemas.length);
    expect(subjects[0]).toBe('agency-filing.filing.filed.v1');
    expect([publisherOf(subjects[0] ?? ''), aggregateOf(subjects[0] ?? '')]).toEqual(['agency-filing', 'filing']);
  });

  it('refuse a message that is no event', () => {
    expect(() => subjectOf(SubjectSchema)).toThrow(/no subject option/);
  });

  it('survive a field that a newer writer added, and read a missing one as its default', () => {
    const json = encodeEvent(PaperSealedSchema, { paperId: 'p', itemCount: 0 }) as Record<string, string>;
    expect(json).toEqual({ paperId: 'p' });
    const read = decodeEvent(PaperSealedSchema, { ...json, addedLater: 'x' });
    expect([read.paperId, read.planId, read.itemCount]).toEqual(['p', '', 0]);
  });
});
