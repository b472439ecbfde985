import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '@app/kernel';
import { CLOCK, inTransaction, PersonalDataVault, readAs, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BATCH_PURPOSES, finish, type Batch } from './batch.js';
import { answeredRows, keepFile, sheetsOf, type AnsweredRow } from './batch-row.repository.js';
import { ANSWER_COLUMNS, answerCells, answeredLine, chinaSecond, safeText } from './batch-sheet.js';
import { changeBatch, getBatch } from './batch.repository.js';
import { writeBook, type WrittenBook } from './batch.workbook.js';
import { LogPositionService } from './log-position.service.js';
import { newProofCode } from './proof-code.js';
import type { Cell } from './sheet-header.js';

const CODE_BYTES = 16;
const ROWS_READ = 2_000;

interface SheetHead {
  name: string;
  head: Cell[][];
}

/** Makes the workbook of a batch that is answered, once; its digest is what the proof names. */
@Injectable()
export class BatchFiles {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(LogPositionService) private readonly log: LogPositionService,
  ) {}

  /** Of two processes that make it, one is heard. */
  async finish(id: string): Promise<boolean> {
    const batch = await readAs(this.dataSource, SERVICE, (tx) => getBatch(tx, id));
    const at = this.clock.now();
    const proofCode = newProofCode(randomBytes(CODE_BYTES));
    const bytes = await writeBook(await this.book(batch, proofCode, at));
    const outputSha256 = createHash('sha256').update(bytes).digest('hex');
    const logPosition = await this.log.read();
    const bytesSealed = this.vault.seal('person', bytes.toString('base64'));
    await inTransaction(this.dataSource, SERVICE, (tx) =>
      changeBatch(tx, id, async (found) => {
        if (found.state !== 'answered') return found;
        await keepFile(tx, id, bytesSealed);
        return finish(found, { at, outputSha256, proofCode, logPosition });
      }),
    );
    return false;
  }

  private async book(batch: Batch, proofCode: string, at: Date): Promise<WrittenBook> {
    const note = watermarkOf(batch, proofCode, at);
    const { heads, rows } = await readAs(this.dataSource, SERVICE, async (tx) => {
      const read: AnsweredRow[] = [];
      for (let after = 0, part: AnsweredRow[] = []; ; after = part.at(-1)?.position ?? after) {
        part = await answeredRows(tx, batch.id, { after, limit: ROWS_READ });
        read.push(...part);
        if (part.length < ROWS_READ) break;
      }
      return { heads: await sheetsOf(tx, batch.id), rows: read };
    });
    const sheets = heads.map(({ sheet, headSealed }) => {
      const { name, head } = JSON.parse(this.vault.open('answer', headSealed)) as SheetHead;
      return {
        name,
        rows: this.lines(
          head,
          rows.filter((row) => row.sheet === sheet),
        ),
      };
    });
    const title = '证书批量查验结果 Batch verification';
    const about = { name: '查验说明', rows: note.map((line) => [line]) };
    return {
      sheets: [...sheets, about],
      title,
      author: batch.organisationName,
      note: note.join(' · '),
      at: at.toISOString(),
    };
  }

  private lines(head: readonly Cell[][], rows: readonly AnsweredRow[]): string[][] {
    const contents = rows.map(({ contentSealed }) =>
      contentSealed === null ? [] : (JSON.parse(this.vault.open('person', contentSealed)) as { cells: Cell[] }).cells,
    );
    const width = Math.max(...[...head, ...contents].map((cells) => cells.length));
    return [
      ...head.slice(0, -1).map((cells) => cells.map(safeText)),
      answeredLine(head.at(-1) ?? [], width, ANSWER_COLUMNS),
      ...rows.map(({ answer, answeredAt, proofCode }, at) =>
        answeredLine(contents[at] ?? [], width, answerCells(answer, answeredAt, proofCode)),
      ),
    ];
  }
}

/** Who has the file, for what, until when; on a sheet of its own, because the others are read by programs. */
function watermarkOf(batch: Batch, proofCode: string, at: Date): string[] {
  const purpose = BATCH_PURPOSES[batch.purpose];
  return [
    '内部资料，仅限所填用途使用 For the stated purpose only',
    `单位 Organisation ${batch.organisationName || batch.organisationId}`,
    `经办 Asked by ${batch.askedByName || batch.askedBy}`,
    `用途 Purpose ${purpose.zh} ${purpose.en} · ${batch.purposeText}`,
    `批次 Batch ${batch.id}`,
    `完成时间 Finished ${chinaSecond(at)} UTC+8`,
    `证明编码 Proof code ${proofCode}`,
    `上传文件 SHA-256 ${batch.inputSha256}`,
    `本文件提供至 Offered until ${batch.factsUntil}`,
  ].map((line) => safeText(line));
}
