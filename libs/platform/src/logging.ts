import type { LoggerService } from '@nestjs/common';
import { context, trace } from '@opentelemetry/api';
import { pino, type Logger, type LoggerOptions } from 'pino';
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
/** An ID number (18 or 15 digits) or a mobile phone number inside free text. */
const PERSONAL_NUMBERS = /(?<![0-9a-fA-F-])(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(?![0-9a-fA-F-])/g;

/** Blanks what looks like an ID or phone number in a text that we did not write ourselves. */
export function withoutPersonalNumbers(text: string): string {
  return text.replaceAll(PERSONAL_NUMBERS, '[redacted]');
}

/** Database errors quote rows in `detail` and carry parameters: of them only state, constraint and table are logged. */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof QueryFailedError) {
    const { code, constraint, table } = error.driverError as { code?: string; constraint?: string; table?: string };
    return { type: 'QueryFailedError', code, constraint, table, stack: stackWithoutMessage(error) };
  }
  if (!(error instanceof Error)) return { type: typeof error };
  return { type: error.name, message: withoutPersonalNumbers(error.message), stack: stackWithoutMessage(error) };
}

function stackWithoutMessage(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
}

/** JSON lines on standard output, each with the trace it belongs to. */
export function createLogger(service: string, level: string): Logger {
  const options: LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    serializers: { err: describeError },
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => {
      const span = trace.getSpanContext(context.active());
      return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
    },
  };
  return pino(options);
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
