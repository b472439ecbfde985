import { createHash, randomBytes } from 'node:crypto';
import { PaperSealedSchema, type PlanApproved } from '@app/contracts';
import { DomainError, newId, type Clock } from '@app/kernel';
import { appendEvents, event } from '@app/messaging';
import {
  CLOCK,
  CONFIG,
  cursorId,
  inTransaction,
  pageOf,
  PersonalDataVault,
  type Page,
  type PageQuery,
  type Principal,
  readAs,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { QuestionBankConfig } from '../question-bank.config.js';
import { itemCount, TOTAL_POINTS, type Blueprint } from '../blueprint/blueprint.js';
import { findBlueprint } from '../blueprint/blueprint.repository.js';
import type { ElementTable } from '../element-table/element-table.js';
import { findApprovedTable, holdElementTable } from '../element-table/element-table.repository.js';
import type { ItemContent } from '../item/item.js';
import { listItemFacts, sealedContents } from '../item/item.repository.js';
import { canonicalJson } from './canonical-json.js';
import { compositionOf, drawPaper } from './draw.js';
import { paperContent } from './paper-content.js';
import {
  assemblePaper,
  assertMayAssemble,
  openPaper,
  orderPaper,
  releasePaper,
  sealPaper,
  type Actor,
  type AssembledPaper,
  type PaperOrder,
  type ReleaseRules,
  type SealedPaper,
} from './paper.js';
import {
  changePaperOrder,
  getPaperOrder,
  getWholePaperOrder,
  insertPaperOrder,
  listPaperOrders,
  type PaperOrderHead,
} from './paper.repository.js';

const SEED_BYTES = 16;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface OpenedPaper {
  planId: string;
  openedBy: string;
  openedAt: Date;
  paper: object;
}

@Injectable()
export class PaperService {
  private readonly releaseRules: ReleaseRules;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CONFIG) config: QuestionBankConfig,
  ) {
    this.releaseRules = { leadHours: config.PAPER_RELEASE_LEAD_HOURS };
  }

  async applyPlanApproved(tx: EntityManager, { planId, subject, examOn }: PlanApproved): Promise<void> {
    if (!subject) throw new DomainError('paper/plan-incomplete');
    await insertPaperOrder(tx, orderPaper({ planId, subject, examOn }));
  }

  /** The draw runs before the lock; an assembly that came in between wins. */
  async assemble(principal: Principal, planId: string, seed: string | undefined): Promise<PaperOrder> {
    const paper = await readAs(this.dataSource, principal, async (tx) => {
      const order = await getPaperOrder(tx, planId);
      assertMayAssemble(order);
      const { table, blueprint } = await this.basisOf(tx, order);
      return this.draw(tx, order, table, blueprint, seed ?? randomBytes(SEED_BYTES).toString('hex'));
    });
    return inTransaction(this.dataSource, principal, async (tx) => {
      await holdElementTable(tx, paper.elementTableId);
      return changePaperOrder(tx, planId, (current) => assemblePaper(current, paper, this.actor(principal)));
    });
  }

  async seal(principal: Principal, planId: string, expectedPaperId: string | undefined): Promise<PaperOrder> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const digest = (contentSealed: string): string => sha256(this.vault.open('paper', contentSealed));
      const paper = await changePaperOrder(tx, planId, (order) =>
        sealPaper(order, expectedPaperId, digest, this.actor(principal)),
      );
      await appendEvents(tx, [event(PaperSealedSchema, paper.paperId, sealedFact(paper))]);
      return paper;
    });
  }

  /** 启封: the first call asks, a second person's releases. */
  async release(principal: Principal, planId: string): Promise<PaperOrder> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changePaperOrder(tx, planId, (order) => releasePaper(order, this.releaseRules, this.actor(principal))),
    );
  }

  /** @throws DomainError `paper/not-released` */
  async content(principal: Principal, planId: string): Promise<OpenedPaper> {
    const order = await readAs(this.dataSource, principal, (tx) => getWholePaperOrder(tx, planId));
    const paper = openPaper(order, (sealed) => this.vault.open('paper', sealed), sha256);
    return { planId, openedBy: principal.subject, openedAt: this.clock.now(), paper: paper as object };
  }

  get(principal: Principal, planId: string): Promise<PaperOrderHead> {
    return readAs(this.dataSource, principal, (tx) => getPaperOrder(tx, planId));
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<PaperOrderHead>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listPaperOrders(tx, cursorId(query.after), query.limit), query.limit),
    );
  }

  /** @throws DomainError `paper/no-element-table`, `paper/no-blueprint` */
  private async basisOf(
    tx: EntityManager,
    order: PaperOrderHead,
  ): Promise<{ table: ElementTable; blueprint: Blueprint }> {
    const table = await findApprovedTable(tx, order);
    if (!table) {
      const { occupationCode, occupationName, specialty, levelDigit } = order;
      const subject = [occupationCode, occupationName, specialty].filter((part) => part !== '').join(' ');
      throw new DomainError('paper/no-element-table', { subject, levelDigit });
    }
    const blueprint = await findBlueprint(tx, table.id);
    if (!blueprint) throw new DomainError('paper/no-blueprint', { tableId: table.id });
    return { table, blueprint };
  }

  private async draw(
    tx: EntityManager,
    order: PaperOrderHead,
    table: ElementTable,
    { sections, durationMinutes }: Blueprint,
    seed: string,
  ): Promise<AssembledPaper> {
    const drawn = drawPaper(table, sections, await listItemFacts(tx, table.id), seed);
    const ids = drawn.flatMap((section) => section.items.map((item) => item.id));
    const sealed = await sealedContents(tx, ids);
    const contents = new Map(
      [...sealed].map(([id, text]) => [id, JSON.parse(this.vault.open('paper', text)) as ItemContent]),
    );
    const paperId = newId();
    const paper = { id: paperId, elementTableId: table.id, seed, durationMinutes };
    const content = canonicalJson(paperContent(order, paper, drawn, contents));
    return {
      basedOn: order.revision,
      paperId,
      elementTableId: table.id,
      itemCount: itemCount(sections),
      composition: compositionOf(table, drawn),
      contentSealed: this.vault.seal('paper', content),
    };
  }

  private actor(principal: Principal): Actor {
    return { subject: principal.subject, now: this.clock.now() };
  }
}

function sealedFact(paper: SealedPaper): Parameters<typeof event<typeof PaperSealedSchema>>[2] {
  const { occupationCode, occupationEdition, occupationName, specialty, levelDigit } = paper;
  return {
    paperId: paper.paperId,
    planId: paper.id,
    subject: { occupationCode, occupationEdition, occupationName, specialty, levelDigit },
    itemCount: paper.itemCount,
    totalPoints: TOTAL_POINTS,
    contentSha256: paper.contentSha256,
    sealedAt: paper.sealedAt.toISOString(),
  };
}
