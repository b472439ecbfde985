import { randomBytes } from 'node:crypto';
import { chinaDate, DomainError, type Clock } from '@app/kernel';
import { CLOCK, PersonalDataVault, readAs, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CertificateService, type Answer } from '../certificate/certificate.service.js';
import { readInquiry, type Inquiry } from '../certificate/inquiry.js';
import { answerOf, unasked, type Note, type RegisterAnswer, type RowAnswer, type RowFacts } from './batch-row.js';
import { openRowsAfter, type NewAnswer, type OpenRow } from './batch-row.repository.js';
import { newProofCode } from './proof-code.js';

/** Batches whose next chunk may lie answered in memory, and how long it may: what was stopped meanwhile is looked up anew. */
const AHEAD_MAX = 4;
const AHEAD_MS = 2_000;
const CODE_BYTES = 16;

interface RowContent {
  facts: RowFacts;
}

/** Answers and when they were looked up. */
export interface Answered {
  at: Date;
  today: string;
  answers: NewAnswer[];
}

/** Answers to the rows that come next, as long as those stay as they were read. */
interface Ahead extends Answered {
  rows: readonly OpenRow[];
}

type AskedRow = { position: number; facts: RowFacts } & ({ inquiry: Inquiry } | { fault: Note });

/** What the register says to lines of a batch; one chunk is answered while the one before it is being kept. */
@Injectable()
export class BatchAnswers {
  private readonly ahead = new Map<string, Promise<Ahead | undefined>>();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CertificateService) private readonly certificates: CertificateService,
  ) {}

  /** Answers the rows after these while these are kept. Nothing is charged or kept of it before it is its turn. */
  lookAhead(id: string, rows: readonly OpenRow[], limit: number): void {
    const [oldest] = this.ahead.keys();
    if (oldest !== undefined && this.ahead.size >= AHEAD_MAX) this.ahead.delete(oldest);
    const after = rows.at(-1)?.position ?? 0;
    const next = async (): Promise<Ahead> => {
      const open = await readAs(this.dataSource, SERVICE, (tx) => openRowsAfter(tx, id, after, limit));
      return { rows: open, ...(await this.answer(open)) };
    };
    // What went wrong is told when the rows are answered in their turn.
    this.ahead.set(
      id,
      next().catch(() => undefined),
    );
  }

  /** In the order of the rows, which a transaction of the caller holds. */
  async to(id: string, rows: readonly OpenRow[]): Promise<Answered> {
    const ahead = await this.ahead.get(id);
    this.ahead.delete(id);
    const now = this.clock.now();
    const isOfRows =
      ahead?.today === chinaDate(now) &&
      now.getTime() - ahead.at.getTime() < AHEAD_MS &&
      ahead.rows.length === rows.length &&
      rows.every((row, at) => {
        const read = ahead.rows[at];
        return read?.position === row.position && read.contentSealed === row.contentSealed;
      });
    return isOfRows ? ahead : this.answer(rows);
  }

  /** Nothing is left to be done. */
  forget(): void {
    this.ahead.clear();
  }

  private async answer(rows: readonly OpenRow[]): Promise<Answered> {
    const now = this.clock.now();
    const today = chinaDate(now);
    const asked = rows.map(({ position, contentSealed }): AskedRow => {
      const { facts } = JSON.parse(this.vault.open('person', contentSealed)) as RowContent;
      return { position, facts, ...inquiryOf(facts, today) };
    });
    const inquiries = asked.flatMap((row) => ('inquiry' in row ? [row.inquiry] : []));
    const answers = await this.certificates.answerMany(inquiries, { mayKnowMismatch: true });
    let next = 0;
    const given = asked.map((row) => {
      const answer = 'inquiry' in row ? answers[next++] : undefined;
      const isFree = !('inquiry' in row) || row.inquiry.by === 'other-scheme';
      return {
        position: row.position,
        answer: rowAnswer(row, answer),
        documentIndex: answer?.documentIndex ?? null,
        chargedOn: isFree ? null : today,
        proofCode: newProofCode(randomBytes(CODE_BYTES)),
      };
    });
    return { at: now, today, answers: given };
  }
}

const NO_FACTS: Note = {
  zh: '本行不足两项信息（姓名、证件号码、证书编号）',
  en: 'the line has fewer than two of name, document number and certificate number',
};

function inquiryOf(facts: RowFacts, today: string): { inquiry: Inquiry } | { fault: Note } {
  try {
    return { inquiry: readInquiry(facts.input, today) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [fault] = error.faults;
    return { fault: error.code === 'certificate/number' && fault ? { zh: fault.zh, en: fault.en } : NO_FACTS };
  }
}

function rowAnswer(row: AskedRow, answer: Answer | undefined): RowAnswer {
  if (!answer) return unasked('fault' in row ? row.fault : NO_FACTS, row.facts);
  const notes = answer.source === 'stale' ? [...row.facts.notes, STALE] : row.facts.notes;
  return answerOf({ ...row.facts, notes }, registerAnswer(answer));
}

const STALE: Note = {
  zh: '数据源暂未连通，结论以所示数据时间为准',
  en: 'newer facts could not arrive; the answer is as of the age of the data',
};

const MISMATCHED = { NAME: 'name', DOCUMENT: 'document', LEVEL: 'level' } as const;

function registerAnswer({ verdict, certificates, differing, reasons, site, otherScheme }: Answer): RegisterAnswer {
  const contact: Note | null = otherScheme
    ? {
        zh: `${otherScheme.zh}，${otherScheme.askAt.zh}${otherScheme.askAt.host ? `：${otherScheme.askAt.host}` : ''}`,
        en: `${otherScheme.en}; ${otherScheme.askAt.en}${otherScheme.askAt.host ? `: ${otherScheme.askAt.host}` : ''}`,
      }
    : site && {
        zh: `编号所示机构为${site.agencyName}（${site.siteName}），可向其核实`,
        en: `the number names ${site.agencyName} (${site.siteName}); ask there`,
      };
  const mismatched = differing.map((fact) => MISMATCHED[fact]);
  return { verdict, certificates, mismatched, reasons, contact };
}
