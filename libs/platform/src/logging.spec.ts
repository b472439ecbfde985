import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { createLogger, createRequestLog, nestLogger, withoutPersonalNumbers } from './logging.js';

const ID = '230103199001011234';
const ID_X = '23010319900101123X';
const OLD_ID = '230103900101123';
const PHONE = '13904512345';
const NUMBERS = [ID, ID_X, ID_X.toLowerCase(), OLD_ID, PHONE, `+86${PHONE}`, `86-${PHONE}`, `+86 ${PHONE}`];

type Line = Record<string, unknown> & { msg: string; err: { type: string; message?: string; stack: string } };

function capture(level = 'trace'): { logger: ReturnType<typeof createLogger>; lines: Line[]; text: () => string } {
  const lines: Line[] = [];
  const chunks: string[] = [];
  const write = (chunk: string): void => {
    chunks.push(chunk);
    lines.push(JSON.parse(chunk) as Line);
  };
  return { logger: createLogger('agency-filing', level, { write }), lines, text: () => chunks.join('') };
}

/** As PostgreSQL and TypeORM make it: the row and the parameters are in it. */
function duplicateKey(): QueryFailedError {
  const driverError = Object.assign(new Error('duplicate key value violates unique constraint "candidate_unique"'), {
    code: '23505',
    constraint: 'candidate_unique',
    table: 'candidate',
    detail: `Key (name, document)=(张三丰, ${ID}) already exists.`,
    where: `COPY candidate, line 1: "张三丰"`,
  });
  return new QueryFailedError(`INSERT INTO candidate VALUES ('张三丰')`, ['张三丰', ID], driverError);
}

describe('a log line', () => {
  it('is JSON with service, level and time', () => {
    const { logger, lines } = capture();
    logger.warn({ count: 3 }, 'three');
    expect(lines).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        service: 'agency-filing',
        count: 3,
        msg: 'three',
      },
    ]);
  });

  it('is not written below the level that was asked for', () => {
    const { logger, lines } = capture('warn');
    logger.info('quiet');
    logger.error('loud');
    expect(lines.map((line) => line.msg)).toEqual(['loud']);
  });

  it('carries the trace it belongs to', () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    const { logger, lines } = capture();
    const span = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 };
    context.with(trace.setSpanContext(context.active(), span), () => logger.info('inside'));
    logger.info('outside');
    expect(lines[0]).toMatchObject({ trace_id: span.traceId, span_id: span.spanId });
    expect(lines[1]).not.toHaveProperty('trace_id');
  });

  it.each([
    'name',
    'idNumber',
    'documentNumber',
    'phone',
    'email',
    'password',
    'token',
    'authorization',
    'cookie',
    'parameters',
  ])('hides the value of %s on three levels and in lists', (key) => {
    const { logger, lines, text } = capture();
    logger.info({ [key]: 'geheim' }, 'one');
    logger.info({ a: { [key]: 'geheim' } }, 'two');
    logger.info({ a: { b: { [key]: 'geheim' } } }, 'three');
    logger.info({ rows: [{ [key]: 'geheim' }, { [key]: { deeper: 'geheim' } }], kept: 'kept' }, 'list');
    logger.child({ a: { [key]: 'geheim' } }).info('child');
    expect(lines).toHaveLength(5);
    expect(text()).not.toContain('geheim');
    expect(lines[3]).toMatchObject({ kept: 'kept', rows: [{ [key]: '[redacted]' }, { [key]: '[redacted]' }] });
  });

  it.each(NUMBERS)('blanks the number %s in a message, in a filled-in message and in an error', (number) => {
    const { logger, lines, text } = capture();
    logger.info(`考生 ${number} 已报名`);
    logger.info('candidate %s', number);
    logger.error({ err: new Error(`no such person: ${number}`) }, 'failed');
    logger.error({ err: new Error(`no such person: ${number}`) });
    logger.error(new Error(`身份证${number}号`));
    logger.error({ err: `thrown text ${number}` }, 'failed');
    nestLogger(logger).error(`person ${number}`, 'at somewhere', 'Scope');
    nestLogger(logger).error(new Error(`person ${number}`), 'Scope');
    expect(lines).toHaveLength(8);
    expect(text()).not.toContain(number.replace(/^\+?86[- ]?/, ''));
    expect(lines[0]?.msg).toBe('考生 [redacted] 已报名');
    expect(lines[2]?.err.message).toBe('no such person: [redacted]');
  });

  it('keeps numbers that are no person: ids, instants, amounts, credit codes', () => {
    for (const kept of [
      '01900000-0000-7000-8000-139045123456',
      '1760000000000',
      '23000019045',
      '912301030000000001A',
    ]) {
      expect(withoutPersonalNumbers(`see ${kept}.`)).toBe(`see ${kept}.`);
    }
  });

  it.each([
    ['as err', (logger: ReturnType<typeof createLogger>) => logger.error({ err: duplicateKey() }, 'failed')],
    ['as err without a message', (logger: ReturnType<typeof createLogger>) => logger.error({ err: duplicateKey() })],
    ['alone', (logger: ReturnType<typeof createLogger>) => logger.error(duplicateKey())],
    ["through Nest's logger", (logger: ReturnType<typeof createLogger>) => nestLogger(logger).error(duplicateKey())],
  ])('of a database error given %s has state, constraint and table, never rows, SQL or parameters', (_how, write) => {
    const { logger, lines, text } = capture();
    write(logger);
    expect(lines[0]?.err).toMatchObject({
      type: 'QueryFailedError',
      code: '23505',
      constraint: 'candidate_unique',
      table: 'candidate',
      stack: expect.stringContaining('logging.spec'),
    });
    for (const secret of ['张三丰', ID, 'INSERT', 'already exists', 'duplicate key'])
      expect(text()).not.toContain(secret);
  });

  it('of a driver error that TypeORM did not wrap has no row either', () => {
    const { logger, lines, text } = capture();
    const error = new DatabaseError('invalid input syntax for type uuid: "张三丰"', 100, 'error');
    logger.error({ err: Object.assign(error, { code: '22P02' }) }, 'failed');
    expect(lines[0]?.err).toMatchObject({ type: 'DatabaseError', code: '22P02' });
    expect(text()).not.toContain('张三丰');
  });

  it('shows the places of a stack and no line of the message that looks like one', () => {
    const { logger, lines, text } = capture();
    logger.error({ err: new TypeError('first\n    at 张三丰 (home)') }, 'failed');
    expect(lines[0]?.err.stack).toContain('logging.spec');
    expect(lines[0]?.err.stack).not.toContain('张三丰');
    expect(text()).toContain('TypeError');
  });
});

describe('the log of requests', () => {
  it('keeps its lines together until they are flushed, and loses none', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jz-requests-'));
    const file = path.join(folder, 'requests.log');
    const log = createRequestLog('agency-filing', 'info', file);
    for (const status of [200, 404, 500]) log.line({ route: '/plans/:id', status });
    expect(readFileSync(file, 'utf8')).toBe('');
    log.flush();
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    rmSync(folder, { recursive: true });
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject(
      [200, 404, 500].map((status) => ({ level: 'info', service: 'agency-filing', msg: 'request', status })),
    );
  });
});
