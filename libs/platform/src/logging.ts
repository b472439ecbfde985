import type { LoggerService } from '@nestjs/common';
import { context, trace } from '@opentelemetry/api';
import { DatabaseError } from 'pg';
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { QueryFailedError } from 'typeorm';

/** Keys whose values are personal data or secrets, wherever they stand in a log object. */
const REDACTED_KEYS = [
  'name',
  'idNumber',
  'documentNumber',
  'phone',
  'email',
  'address',
  'password',
  'token',
  'authorization',
  'cookie',
  'birthDate',
  'person',
  'parameters',
];
/** An ID number (18 or 15 digits) or a mobile phone number, with or without +86, inside free text. */
const PERSONAL_NUMBERS = /(?<![0-9a-fA-F-])(?:\d{17}[\dXx]|\d{15}|(?:\+?86[- ]?)?1[3-9]\d{9})(?![0-9a-fA-F-])/g;

/** Blanks what looks like an ID or phone number in a text that we did not write ourselves. */
export function withoutPersonalNumbers(text: string): string {
  return text.replaceAll(PERSONAL_NUMBERS, '[redacted]');
}

/** Database errors quote rows in `detail` and carry parameters: of them only state, constraint and table are logged. */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof QueryFailedError || error instanceof DatabaseError) {
    const source: unknown = error instanceof QueryFailedError ? error.driverError : error;
    const { code, constraint, table } = source as { code?: string; constraint?: string; table?: string };
    return { type: error.constructor.name, code, constraint, table, stack: stackWithoutMessage(error) };
  }
  if (!(error instanceof Error)) return { type: typeof error };
  return { type: error.name, message: withoutPersonalNumbers(error.message), stack: stackWithoutMessage(error) };
}

function stackWithoutMessage(error: Error): string {
  return (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
}

/** pino takes an error's text as the message when there is none, and fills texts into a message as they are. */
function withoutPersonalTexts(args: unknown[]): unknown[] {
  const [first] = args;
  const bare = args.length === 1 && typeof first === 'object' && first !== null;
  if (bare && first instanceof Error) return [{ err: first }, 'error'];
  if (bare && 'err' in first) return [first, 'error'];
  return args.map((arg) => (typeof arg === 'string' ? withoutPersonalNumbers(arg) : arg));
}

const lineOptions = (service: string, level: string): LoggerOptions => ({
  level,
  base: { service },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

function traceIds(): object {
  const span = trace.getSpanContext(context.active());
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
}

/** JSON lines, each with the trace it belongs to; on standard output unless another destination is given. */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    ...lineOptions(service, level),
    redact: { paths: REDACTED_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    serializers: { err: describeError },
    hooks: {
      logMethod(args, method) {
        method.apply(this, withoutPersonalTexts(args) as Parameters<typeof method>);
      },
    },
    mixin: traceIds,
  };
  return destination ? pino(options, destination) : pino(options);
}

const REQUEST_BLOCK_BYTES = 8_192;
const REQUEST_FLUSH_MS = 200;

/** One line a request, written to standard output in blocks: a system call for each would cost as much as the line. */
export interface RequestLog {
  /** Ids, routes and figures only: nothing in these lines is looked for and blanked. */
  line: (fields: Readonly<Record<string, unknown>>) => void;
  flush: () => void;
}

/** @param dest a file, or the descriptor of standard output; the last fifth of a second is lost with a process that is killed */
export function createRequestLog(service: string, level: string, dest: string | number = 1): RequestLog {
  const destination = pino.destination({
    dest,
    minLength: REQUEST_BLOCK_BYTES,
    periodicFlush: REQUEST_FLUSH_MS,
    sync: true,
  });
  const logger = pino(lineOptions(service, level), destination);
  return {
    line: (fields) => logger.info(Object.assign(traceIds(), fields), 'request'),
    flush: () => destination.flushSync(),
  };
}

/** Nest's own messages through the same logger. */
export function nestLogger(logger: Logger): LoggerService {
  const write =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace') =>
    (message: unknown, ...rest: unknown[]): void => {
      const scope = rest.findLast((each) => typeof each === 'string');
      if (message instanceof Error) logger[level]({ scope, err: message }, 'error');
      else logger[level]({ scope }, withoutPersonalNumbers(String(message)));
    };
  return {
    log: write('debug'),
    error: write('error'),
    warn: write('warn'),
    debug: write('trace'),
    verbose: write('trace'),
  };
}
