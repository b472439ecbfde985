import { createHash } from 'node:crypto';
import { DomainError } from '@app/kernel';
import {
  applyDecorators,
  Inject,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import type { AuthenticatedRequest } from './access/principal.js';
import { AuditedHandlers } from './audit/audited-handlers.js';
import { currentRequest } from './current-request.js';
import { PersonalDataVault } from './personal-data/vault.js';
import { uploadDigest } from './upload.js';

const HEADER = 'idempotency-key';
const KEY_FORM = /^[\x21-\x7e]{1,128}$/;
/** No JSON text is empty. */
const NO_BODY = '';
const IDEMPOTENT = Symbol('IDEMPOTENT');

interface IdempotentOptions {
  /** False for an answer with a secret that is shown once: a repeat gets `idempotency/done`. */
  keepsAnswer: boolean;
}

interface KeptAnswer {
  request_sha256: string;
  status: number | null;
  answer_sealed: string | null;
}

/**
 * Same key and same request: the kept answer. Same key and another request: an error. It tells the running request of the
 * key, so that the key commits with the work.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(AuditedHandlers) private readonly audited: AuditedHandlers,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const options = this.reflector.get<IdempotentOptions | undefined>(IDEMPOTENT, context.getHandler());
    return options ? from(this.once(context, next, options)) : next.handle();
  }

  private async once(
    context: ExecutionContext,
    next: CallHandler,
    { keepsAnswer }: IdempotentOptions,
  ): Promise<unknown> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const header = request.headers[HEADER];
    const key = Array.isArray(header) ? header[0] : header;
    if (!key || !KEY_FORM.test(key)) throw new DomainError('idempotency/key-required');
    const subject = request.principal?.subject ?? '';
    // Clients put all kinds of things into it, ID numbers among them: only its digest is kept.
    const keySha256 = createHash('sha256').update(key).digest('hex');
    const requestSha256 = await digestOf(request);
    const kept = await this.find(subject, keySha256);
    if (kept) {
      const again = this.repeat(kept, requestSha256, reply);
      await this.audited.answered(context.getHandler(), again);
      return again;
    }
    const running = currentRequest.getStore();
    if (!running) throw new Error('a creating request that nobody follows');
    running.idempotent = { subject, key: keySha256, requestSha256, done: false };
    const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
    if (!keepsAnswer) return answer;
    await this.dataSource.query(
      `UPDATE idempotency_key SET status = $3, answer_sealed = $4 WHERE subject = $1 AND key = $2`,
      [subject, keySha256, reply.statusCode, this.vault.seal('answer', JSON.stringify(answer) ?? NO_BODY)],
    );
    return answer;
  }

  private async find(subject: string, key: string): Promise<KeptAnswer | undefined> {
    const rows = await this.dataSource.query<KeptAnswer[]>(
      'SELECT request_sha256, status, answer_sealed FROM idempotency_key WHERE subject = $1 AND key = $2',
      [subject, key],
    );
    return rows[0];
  }

  private repeat(kept: KeptAnswer, requestSha256: string, reply: FastifyReply): unknown {
    if (kept.request_sha256 !== requestSha256) throw new DomainError('idempotency/key-reused');
    if (kept.status === null || kept.answer_sealed === null) throw new DomainError('idempotency/done');
    void reply.code(kept.status).header('idempotency-replayed', 'true');
    const answer = this.vault.open('answer', kept.answer_sealed);
    return answer === NO_BODY ? undefined : JSON.parse(answer);
  }
}

/** Every creating POST: the client names its request, and a repeat gets the first answer. */
export const Idempotent = (options: IdempotentOptions = { keepsAnswer: true }): MethodDecorator =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, options),
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: '1–128 printable characters, new for each creation',
    }),
  );

/** What makes two requests the same: method, path and content. An upload is read here and handed on by `receiveFile`. */
async function digestOf(request: AuthenticatedRequest): Promise<string> {
  const content = request.isMultipart() ? await uploadDigest(request) : JSON.stringify(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${request.url}\n${content}`).digest('hex');
}
