import {
  applyDecorators,
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { ANYONE } from '@app/messaging';
import type { AuthenticatedRequest } from '../access/principal.js';
import { currentRequest, type CurrentRequest } from '../current-request.js';
import { actorOf, AUDIT_PERSONS_MAX, type AuditEntry } from './audit-entry.js';
import { AuditTrail } from './audit-trail.js';

const SHOWS = Symbol('SHOWS');
const RECORDS_ITSELF = Symbol('RECORDS_ITSELF');

interface Shows {
  kind: 'look' | 'export';
  persons: (answer: never) => string[];
}

/**
 * The answer shows named persons: who looked at whom is kept before it is sent.
 * @param persons of the answer, as `candidate/<id>`
 */
export const ShowsPersons = <T>(persons: (answer: T) => string[]): MethodDecorator =>
  applyDecorators(SetMetadata(SHOWS, { kind: 'look', persons }), ApiExtension('x-shows-persons', 'look'));

/**
 * The answer is a file that leaves the house.
 * @param persons who are in it; not needed where they follow from the object of the address
 */
export const Exports = <T>(persons: (answer: T) => string[] = () => []): MethodDecorator =>
  applyDecorators(SetMetadata(SHOWS, { kind: 'export', persons }), ApiExtension('x-shows-persons', 'export'));

/** The use case leaves its own audit rows, because the address does not tell what happened: a page with many buttons. */
export const RecordsItself = (): MethodDecorator & ClassDecorator => SetMetadata(RECORDS_ITSELF, true);

/** `FilingController.cityReview` -> `filing.city-review` */
export function actionOf(controller: string, handler: string): string {
  const kebab = (name: string): string =>
    name.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (capital) => `-${capital}`).toLowerCase();
  return `${kebab(controller.replace(/Controller$/, ''))}.${kebab(handler)}`;
}

/** Anything else in an address may be a secret, as the token of a QR code is, or a stranger's text. */
const UUID_FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The last thing that an address names: of what kind it is, and the parameter that has its id. */
interface NamedObject {
  kind: string;
  parameter: string;
}

const objectsOfRoutes = new Map<string, NamedObject | null>();

function namedObject(route: string): NamedObject | null {
  const known = objectsOfRoutes.get(route);
  if (known !== undefined) return known;
  const last = route.lastIndexOf('/:');
  const [, collection, parameter] =
    last < 0 ? [] : (/([\w-]+)\/:(\w+)/.exec(route.slice(route.lastIndexOf('/', last - 1) + 1)) ?? []);
  const named = collection && parameter ? { kind: collection.replace(/(?<=ch)es$|s$/, ''), parameter } : null;
  objectsOfRoutes.set(route, named);
  return named;
}

/**
 * `/plans/:id/scores` with the id u -> `plan/u`: the last thing that the address names by our own id.
 * @param route as it was declared: there are as many as endpoints
 */
export function objectOf(route: string, params: Readonly<Record<string, string>>): string {
  const named = namedObject(route);
  const id = named && params[named.parameter];
  return id && UUID_FORM.test(id) ? `${named.kind}/${id}` : '';
}

/** What is said of a method of a controller once and for all. */
interface Handler {
  action: string;
  shows: Shows | undefined;
  recordsItself: boolean;
}

/** Tells the transaction which request it works for, and records the looks of those who only read. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  private readonly handlers = new Map<unknown, Handler>();

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const { action, shows, recordsItself } = this.usedHandler(context);
    const http = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const request: CurrentRequest = {
      requestId: http.id,
      action,
      object: objectOf(http.routeOptions.url ?? '', http.params as Record<string, string>),
      address: http.ip,
      principal: http.principal,
      recorded: false,
      recordsItself,
    };
    return from(
      currentRequest.run(request, async () => {
        const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
        if (shows) await this.record(request, shows, answer);
        // Whatever changes something outside a transaction of ours, as a replay of dead letters does.
        else if (http.method !== 'GET' && !request.recorded && !recordsItself)
          await this.trail.note({ ...entryOf(request), kind: 'change' });
        return answer;
      }),
    );
  }

  private usedHandler(context: ExecutionContext): Handler {
    const method = context.getHandler();
    const known = this.handlers.get(method);
    if (known) return known;
    const targets = [method, context.getClass()];
    const handler = {
      action: actionOf(context.getClass().name, method.name),
      shows: this.reflector.get<Shows | undefined>(SHOWS, method),
      recordsItself: this.reflector.getAllAndOverride<boolean | undefined>(RECORDS_ITSELF, targets) ?? false,
    };
    this.handlers.set(method, handler);
    return handler;
  }

  private async record(request: CurrentRequest, { kind, persons }: Shows, answer: unknown): Promise<void> {
    const shown = persons(answer as never);
    const notes: Promise<void>[] = [];
    for (let start = 0; start === 0 || start < shown.length; start += AUDIT_PERSONS_MAX) {
      const entry = { ...entryOf(request), kind, persons: shown.slice(start, start + AUDIT_PERSONS_MAX) };
      notes.push(this.trail.note(entry));
    }
    await Promise.all(notes);
  }
}

function entryOf({ principal, action, object, requestId, address }: CurrentRequest): Omit<AuditEntry, 'kind'> {
  return { ...actorOf(principal ?? ANYONE), action, object, persons: [], outcome: 'done', requestId, address };
}
