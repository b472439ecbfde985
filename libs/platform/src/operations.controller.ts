import { JetStreamStrategy, listDeadLetters, type DeadLetter } from '@app/messaging';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { IsOptional, IsUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { all } from './access/access-rule.js';
import { Access } from './access/principal.js';

export class ReplayDeadLettersDto {
  /** One event; all of the list when absent. */
  @IsOptional()
  @IsUUID()
  eventId?: string;
}

/** The dead-letter list of a service, for the operators of the province. */
@Controller('operations/dead-letters')
export class OperationsController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(JetStreamStrategy) private readonly strategy: JetStreamStrategy,
  ) {}

  @Get()
  @Access(all('province-officer', 'auditor'))
  async list(): Promise<{ items: DeadLetter[] }> {
    return { items: await listDeadLetters(this.dataSource) };
  }

  @Post('replay')
  @HttpCode(200)
  @Access(all('province-officer'))
  async replay(@Body() body: ReplayDeadLettersDto): Promise<{ replayed: number; failed: number }> {
    return this.strategy.replayDeadLetters(body.eventId);
  }
}
