import { VERDICTS, type Verdict } from '@app/credential';
import { ApiProperty } from '@nestjs/swagger';
import { BATCH_PURPOSES } from '../batch/batch.js';
import { LogPositionView, VerdictCountView } from '../batch/batch.dto.js';
import { conclusionOf } from '../batch/batch-row.js';
import { WordingView } from '../certificate/certificate.dto.js';
import type { PublishedProofKey } from './proof-key.service.js';
import type { CheckedProof } from './proof.service.js';

const VERDICT_NAMES = Object.keys(VERDICTS) as Verdict[];
const LINE_LENGTH = 64;

export class ProvenRowView {
  @ApiProperty({ enum: VERDICT_NAMES })
  verdict!: Verdict;
  conclusion!: WordingView;
  maskedName!: string;
  maskedDocument!: string;
  /** RFC 3339. */
  checkedAt!: string;
  /** Opaque, of the certificates that the answer rests on. */
  certificateIds!: string[];
}

export class ProofView {
  code!: string;
  organisationName!: string;
  purpose!: WordingView;
  finishedAt!: string;
  rows!: number;
  verdicts!: VerdictCountView[];
  /** Hex. */
  inputSha256!: string;
  outputSha256!: string;
  /** Absent when the log could not be read at that time. */
  logPosition?: LogPositionView;
  /** With the code of one line. */
  row?: ProvenRowView;
}

export class ProofKeyView {
  kid!: string;
  kty!: string;
  crv!: string;
  x!: string;
  y!: string;
  alg!: string;
  /** X.509, signed by itself, PEM. */
  certificate!: string;
}

export function proofView({ batch, counts, row }: CheckedProof): ProofView {
  return {
    code: row?.proofCode ?? batch.proofCode ?? '',
    organisationName: batch.organisationName,
    purpose: { ...BATCH_PURPOSES[batch.purpose] },
    finishedAt: (batch.finishedAt ?? batch.askedAt).toISOString(),
    rows: batch.rows,
    verdicts: VERDICT_NAMES.flatMap((verdict) => {
      const count = counts[verdict];
      return count ? [{ verdict, zh: VERDICTS[verdict].zh, en: VERDICTS[verdict].en, count }] : [];
    }),
    inputSha256: batch.inputSha256,
    outputSha256: batch.outputSha256 ?? '',
    ...(batch.logPosition ? { logPosition: batch.logPosition } : {}),
    ...(row
      ? {
          row: {
            verdict: row.answer.verdict,
            conclusion: conclusionOf(row.answer),
            maskedName: row.nameMasked,
            maskedDocument: row.documentMasked,
            checkedAt: row.answeredAt.toISOString(),
            certificateIds: row.answer.certificates.map(({ certificateId }) => certificateId),
          },
        }
      : {}),
  };
}

export function proofKeyView({ kid, publicJwk, certificateDer }: PublishedProofKey): ProofKeyView {
  const { kty, crv, x, y } = publicJwk;
  const lines =
    Buffer.from(certificateDer)
      .toString('base64')
      .match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
  const certificate = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return { kid, kty, crv, x, y, alg: 'ES256', certificate };
}
