import {
  CertificateBatchIssuedSchema,
  CertificateIssuedSchema,
  CertificateStatusChangedSchema,
  decodeEvent,
  FilingFiledSchema,
  SigningKeyChangedSchema,
  subjectOf,
} from '@app/contracts';
import type { EntityManager } from 'typeorm';
import { takeFilingFiled } from '../body/body.intake.js';
import { takeBatchIssued, takeIssued, takeStatusChanged } from '../certificate/certificate.intake.js';
import { takeKeyChanged } from '../signing-key/signing-key.intake.js';

type Effect = (tx: EntityManager, data: unknown, recordedAt: Date) => Promise<unknown>;
type Json = Parameters<typeof decodeEvent>[1];

/** What each event does to the read model: the same functions that the consumers call. */
export const EFFECTS: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  [
    subjectOf(FilingFiledSchema),
    (tx, data, at) => takeFilingFiled(tx, decodeEvent(FilingFiledSchema, data as Json), at),
  ],
  [
    subjectOf(CertificateIssuedSchema),
    (tx, data, at) => takeIssued(tx, decodeEvent(CertificateIssuedSchema, data as Json), at),
  ],
  [
    subjectOf(CertificateBatchIssuedSchema),
    (tx, data, at) => takeBatchIssued(tx, decodeEvent(CertificateBatchIssuedSchema, data as Json), at),
  ],
  [
    subjectOf(CertificateStatusChangedSchema),
    (tx, data, at) => takeStatusChanged(tx, decodeEvent(CertificateStatusChangedSchema, data as Json), at),
  ],
  [
    subjectOf(SigningKeyChangedSchema),
    (tx, data) => takeKeyChanged(tx, decodeEvent(SigningKeyChangedSchema, data as Json)),
  ],
]);
