import { PaperSealedSchema, subjectOf } from '@app/contracts';
import { DomainError, newId } from '@app/kernel';
import { appendEvents, event, Inbox, type EventEnvelope } from '@app/messaging';
import { Body, Controller, Get, HttpException, Inject, Module, Param, Post, Query, Req } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { trace } from '@opentelemetry/api';
import { IsInt, IsString, Max, Min } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  Access,
  all,
  ANYONE,
  CurrentPrincipal,
  cursorId,
  defineService,
  Idempotent,
  inTransaction,
  PageQuery,
  pageOf,
  Public,
  receiveFile,
  type Page,
  type Principal,
  ShowsPersons,
} from '../src/index.js';

/** Must never leave the room, neither in an answer nor in a log. */
export const SECRET = 'geheim: 230103199001011234';

/** Doors a spec may shut to stop the room at a certain point. */
export const doors = {
  beforeCommit: (): Promise<void> => Promise.resolve(),
  afterCommit: (): Promise<void> => Promise.resolve(),
  whileHearing: (): Promise<void> => Promise.resolve(),
};

export function openDoors(): void {
  doors.beforeCommit = doors.afterCommit = doors.whileHearing = () => Promise.resolve();
}

class NoteDto {
  @IsString()
  text!: string;

  /** Events the note tells. */
  @IsInt()
  @Min(1)
  @Max(500)
  events: number = 1;
}

const faults: Record<string, () => unknown> = {
  error: () => new Error(SECRET),
  text: () => SECRET,
  nothing: () => undefined,
  'unknown-code': () => new DomainError('note/forgotten', { secret: SECRET }),
  framework: () => new HttpException(SECRET, 418),
  known: () => new DomainError('note/late', { days: 3 }),
};

@Controller()
class NoteController {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  @Post('notes')
  @Access(all('item-author'))
  @Idempotent()
  async note(
    @CurrentPrincipal() principal: Principal,
    @Body() { text, events }: NoteDto,
  ): Promise<{ id: string; at: Date }> {
    const id = newId();
    await inTransaction(this.dataSource, principal, async (tx) => {
      await tx.query('INSERT INTO note (id, length) VALUES ($1, $2)', [id, text.length]);
      const told = Array.from({ length: events }, () => newId());
      await appendEvents(
        tx,
        told.map((paperId) => event(PaperSealedSchema, paperId, { paperId })),
      );
      await doors.beforeCommit();
      return { id };
    });
    await doors.afterCommit();
    return { id, at: new Date() };
  }

  @Get('notes')
  @Public()
  async list(@Query() { after, limit }: PageQuery): Promise<Page<{ id: string }>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM note WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2',
      [cursorId(after) ?? null, limit + 1],
    );
    return pageOf(rows, limit);
  }

  @Post('silence')
  @Access(all('item-author'))
  @Idempotent()
  async silence(): Promise<void> {
    await inTransaction(this.dataSource, ANYONE, (tx) =>
      tx.query('INSERT INTO note (id, length) VALUES ($1, 0)', [newId()]),
    );
  }

  @Post('persons')
  @Access(all('item-author'))
  @Idempotent()
  @ShowsPersons<{ id: string }>(({ id }) => [`candidate/${id}`])
  async person(): Promise<{ id: string }> {
    const id = newId();
    await inTransaction(this.dataSource, ANYONE, (tx) =>
      tx.query('INSERT INTO note (id, length) VALUES ($1, 0)', [id]),
    );
    return { id };
  }

  @Post('files')
  @Access(all('item-author'))
  @Idempotent()
  async file(@Req() request: FastifyRequest): Promise<{ id: string; bytes: number }> {
    const { bytes } = await receiveFile(request);
    const id = newId();
    await inTransaction(this.dataSource, ANYONE, (tx) =>
      tx.query('INSERT INTO note (id, length) VALUES ($1, $2)', [id, bytes.length]),
    );
    return { id, bytes: bytes.length };
  }

  @Get('faults/:kind')
  @Public()
  fault(@Param('kind') kind: string): never {
    throw faults[kind]?.();
  }

  @Get('faults/database/row')
  @Public()
  async row(): Promise<unknown> {
    return this.dataSource.query('SELECT $1::uuid', [SECRET]);
  }
}

@Controller()
class NoteConsumer {
  constructor(@Inject(Inbox) private readonly inbox: Inbox) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(PaperSealedSchema))
  async sealed(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, PaperSealedSchema, async (tx, { paperId }) => {
      await doors.whileHearing();
      const traceId = trace.getActiveSpan()?.spanContext().traceId ?? '';
      await tx.query('INSERT INTO heard (paper_id, trace_id) VALUES ($1, $2)', [paperId, traceId]);
    });
  }
}

class Room1760000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE note (id uuid CONSTRAINT note_pk PRIMARY KEY, length int NOT NULL);
      CREATE TABLE heard (paper_id text NOT NULL, trace_id text NOT NULL);
    `);
  }

  async down(): Promise<void> {}
}

@Module({ controllers: [NoteController, NoteConsumer] })
class RoomModule {}

/**
 * A service as small as the platform allows: what it notes down it tells, and what it tells it hears itself.
 * It speaks in the name of a real publisher, because the subject of an event names one.
 */
export const room = defineService({
  name: 'question-bank',
  title: { zh: '试验间', en: 'Test room' },
  module: RoomModule,
  problems: { 'note/late': { status: 409, zh: '迟了 {days} 天', en: '{days} days late' } },
  data: { entities: [], migrations: [Room1760000900000], personalData: [] },
});
