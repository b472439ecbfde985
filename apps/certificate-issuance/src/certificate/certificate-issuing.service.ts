import { hash, randomBytes } from 'node:crypto';
import { CertificateBatchIssuedSchema } from '@app/contracts';
import {
  assembleCoseSign1,
  encodePaperPayload,
  factsPreimage,
  paperToken,
  prepareCoseSign1,
  type CertificateEntry,
} from '@app/credential';
import { chinaDate, newId, type Clock } from '@app/kernel';
import { appendEvents, event } from '@app/messaging';
import { CLOCK, PersonalDataVault } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { appendLog } from '../log/log.repository.js';
import { takeImportedNumbers } from '../number/imported-number.repository.js';
import { reachIssueDay } from '../number/issue-day.repository.js';
import { allocateSerials } from '../number/number-series.repository.js';
import { bringsNumbers, numbersOf, yearOf } from '../number/numbering.js';
import type { Signer } from '../signing-key/key-holders.service.js';
import { assertActive } from '../signing-key/signing-key.repository.js';
import type { StatusEntry } from '../status-list/status.order.js';
import { BLOCK_CERTIFICATES_MAX, type Certificate, type Grant, type Grantee, type Grantees } from './certificate.js';
import { blockEntry, committedFacts, paperClaims } from './certificate-claims.js';
import { insertCertificates } from './certificate.repository.js';
import type { Holder } from './holder.js';
import { subsidyUntil } from './subsidy.js';
import { sha256 } from '../log/log.hash.js';

/** 128 bits: neither the commitments in the log nor the token in the QR code can be guessed. */
const SALT_BYTES = 16;

/**
 * Certificates that are made before the event loop turns: their signatures are then made on the threads of Node, while
 * the statements of the block before go on to PostgreSQL.
 */
const MADE_TOGETHER = 50;

/** What an issue needs beside the grantees; all of it is taken before the transaction begins. */
export interface IssuingMeans {
  signer: Signer;
  /** One for each grantee. */
  statuses: readonly StatusEntry[];
}

interface Numbers {
  numbers: readonly string[];
  /** null when the numbers were not drawn here. */
  firstSerial: number | null;
}

@Injectable()
export class CertificateIssuingService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Numbers, signs, logs and keeps one certificate per row in the caller's transaction, and tells of them.
   * @returns numbers in the order of the rows
   * @throws DomainError `signing-key/not-active`, `number/clock-behind`, `number/not-imported`, `standards/serial-exhausted`
   */
  async issue<Row extends { certificateId: string }>(
    tx: EntityManager,
    grant: Grant,
    { rows, persons }: Grantees<Row>,
    means: IssuingMeans,
  ): Promise<string[]> {
    if (rows.length === 0) return [];
    await assertActive(tx, means.signer.kid);
    await reachIssueDay(this.dataSource, tx, chinaDate(this.clock.now()));
    const { numbers, firstSerial } = await takeNumbers(tx, grant, rows);
    const blockAt = (start: number): readonly Row[] => rows.slice(start, start + BLOCK_CERTIFICATES_MAX);
    let next = await persons(blockAt(0));
    let keeping: Promise<void> = Promise.resolve();
    for (let start = 0; start < rows.length; start += BLOCK_CERTIFICATES_MAX) {
      const batchId = newId();
      const salts = randomBytes(BLOCK_CERTIFICATES_MAX * SALT_BYTES);
      const block = await inTurns(next, (person, offset) =>
        this.make(grant, { ...person, certificateId: rows[start + offset]?.certificateId ?? '' }, means.signer, {
          salt: salts.subarray(offset * SALT_BYTES, (offset + 1) * SALT_BYTES),
          number: numbers[start + offset] ?? '',
          version: 1,
          replaces: null,
          status: means.statuses[start + offset] ?? NO_STATUS,
          batchId,
          batchOffset: offset + 1,
        }),
      );
      // PostgreSQL keeps this block while the next one is signed, whose persons it reads before.
      await keeping;
      next = start + block.length < rows.length ? await persons(blockAt(start + block.length)) : [];
      const serial = firstSerial === null ? null : firstSerial + start;
      keeping = this.keep(tx, grant, block, { batchId, kid: means.signer.kid, firstSerial: serial });
      keeping.catch(() => undefined);
    }
    await keeping;
    return [...numbers];
  }

  /**
   * The next version of a certificate, under its number or under a new one. The caller marks the one before as replaced.
   * @returns the new version's number
   * @throws DomainError as `issue`
   */
  async issueNext(
    tx: EntityManager,
    grant: Grant,
    grantee: Grantee,
    means: IssuingMeans,
    before: { id: string; version: number; number: string | null },
  ): Promise<string> {
    await assertActive(tx, means.signer.kid);
    await reachIssueDay(this.dataSource, tx, chinaDate(this.clock.now()));
    const { numbers, firstSerial } = before.number
      ? { numbers: [before.number], firstSerial: null }
      : await takeNumbers(tx, grant, [grantee]);
    const [number = ''] = numbers;
    const batchId = newId();
    const salt = randomBytes(SALT_BYTES);
    const place = { salt, number, version: before.version + 1, replaces: before.id, batchId, batchOffset: 1 };
    const signed = await this.make(grant, grantee, means.signer, { ...place, status: means.statuses[0] ?? NO_STATUS });
    await this.keep(tx, grant, [signed], { batchId, kid: means.signer.kid, firstSerial });
    return number;
  }

  private async make(
    grant: Grant,
    { certificateId: id, ...grantee }: Grantee,
    signer: Signer,
    place: Place,
  ): Promise<Signed> {
    const holder = JSON.parse(this.vault.open('person', grantee.holderSealed)) as Holder;
    const { salt, number, version, replaces, status, batchId, batchOffset } = place;
    const said = { ...grant, ...grantee, id, number, version, statusList: status.list, statusIndex: status.index };
    const payload = encodePaperPayload(paperClaims(said, holder, salt));
    const unsigned = prepareCoseSign1(payload, signer.paperKid);
    const paper = assembleCoseSign1(unsigned, await signer.sign(unsigned.toBeSigned));
    return {
      certificate: {
        ...said,
        replaces,
        replacedBy: null,
        status: 'valid',
        statusReason: '',
        statusOn: null,
        signingKid: signer.kid,
        paperSealed: this.vault.seal('person', Buffer.from(paper).toString('base64url')),
        batchId,
        batchOffset,
        tokenSha256: hash('sha256', paperToken(salt, sha256)),
      },
      entry: {
        type: 'certificate',
        id,
        candidate: grantee.candidateId,
        paper: hash('sha256', payload, 'base64url'),
        facts: hash('sha256', factsPreimage(salt, committedFacts(said, holder)), 'base64url'),
        ...(replaces ? { replaces } : {}),
      },
    };
  }

  private async keep(
    tx: EntityManager,
    grant: Grant,
    block: readonly Signed[],
    { batchId, kid, firstSerial }: { batchId: string; kid: string; firstSerial: number | null },
  ): Promise<void> {
    const at = this.clock.now().toISOString();
    const head = blockEntry(grant, { firstSerial, count: block.length, kid, at });
    await appendLog(tx, [head, ...block.map(({ entry }) => entry)], batchId);
    const certificates = block.map(({ certificate }) => certificate);
    await insertCertificates(tx, grant, certificates);
    await appendEvents(tx, [issuedEvent(batchId, grant, certificates)]);
  }
}

interface Place {
  /** 16 bytes. */
  salt: Uint8Array;
  number: string;
  version: number;
  replaces: string | null;
  status: StatusEntry;
  batchId: string;
  batchOffset: number;
}

/** Of no list: a caller that took no entry would be refused by the reader of the credential. */
const NO_STATUS: StatusEntry = { list: 0, index: 0 };

interface Signed {
  certificate: Certificate;
  entry: CertificateEntry;
}

async function takeNumbers(
  tx: EntityManager,
  grant: Grant,
  grantees: readonly { certificateId: string }[],
): Promise<Numbers> {
  const series = { siteCode: grant.siteCode, year: yearOf(grant.issuedOn), level: grant.levelDigit };
  if (bringsNumbers(grant.siteCode)) {
    const ids = grantees.map(({ certificateId }) => certificateId);
    return { numbers: await takeImportedNumbers(tx, series, ids), firstSerial: null };
  }
  const firstSerial = await allocateSerials(tx, series, grantees.length);
  return { numbers: numbersOf(grant, firstSerial, grantees.length), firstSerial };
}

async function inTurns<Item, Made>(
  items: readonly Item[],
  make: (item: Item, index: number) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let start = 0; start < items.length; start += MADE_TOGETHER) {
    const part = items.slice(start, start + MADE_TOGETHER);
    made.push(...(await Promise.all(part.map((item, offset) => make(item, start + offset)))));
  }
  return made;
}

function issuedEvent(batchId: string, grant: Grant, certificates: readonly Certificate[]) {
  const { occupationCode, occupationEdition, occupationName, specialty, levelDigit } = grant;
  return event(CertificateBatchIssuedSchema, batchId, {
    batchId,
    organisationId: grant.organisationId,
    agencyName: grant.agencyName,
    siteCode: grant.siteCode,
    subject: { occupationCode, occupationEdition, occupationName, specialty, levelDigit },
    issuedOn: grant.issuedOn,
    basis: grant.basis,
    filingId: grant.filingId,
    planId: grant.planId ?? '',
    rollId: grant.rollId ?? '',
    awardId: grant.awardId ?? '',
    jurisdiction: grant.jurisdiction,
    subsidyUntil: subsidyUntil(grant.issuedOn),
    certificates: certificates.map((each) => ({
      certificateId: each.id,
      certificateNumber: each.number,
      candidateId: each.candidateId,
      nameMasked: each.nameMasked,
      documentMasked: each.documentMasked,
      nameIndex: each.nameIndex,
      documentIndex: each.documentIndex,
      tokenSha256: each.tokenSha256,
      statusList: each.statusList,
      statusIndex: each.statusIndex,
      version: each.version,
      replaces: each.replaces ?? '',
    })),
  });
}
