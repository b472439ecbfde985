import { applyDecorators, Inject, Injectable, SetMetadata, type INestApplication } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import { ANYONE } from '@app/messaging';
import type { FastifyInstance } from 'fastify';
import type { AuthenticatedRequest } from '../access/principal.js';
import { currentRequest, type CurrentRequest, type IdempotentRequest } from '../current-request.js';
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

type Method = (...args: unknown[]) => unknown;

/** The request that is being answered; what its handler says of itself is filled in when that is reached. */
class AnsweredRequest implements CurrentRequest {
  readonly requestId: string;
  readonly object: string;
  readonly address: string;
  readonly changes: boolean;
  action = '';
  recorded = false;
  recordsItself = false;
  declare idempotent?: IdempotentRequest;

  constructor(private readonly http: AuthenticatedRequest) {
    this.requestId = http.id;
    this.object = objectOf(http.routeOptions.url ?? '', http.params as Record<string, string>);
    this.address = http.ip;
    this.changes = http.method !== 'GET';
  }

  /** The guards find out who asks. */
  get principal(): CurrentRequest['principal'] {
    return this.http.principal;
  }
}

/** The running request, which now knows its handler. Without one nothing could be recorded, so nothing is answered. */
function begun({ action, recordsItself }: Handler): AnsweredRequest {
  const request = currentRequest.getStore();
  if (!(request instanceof AnsweredRequest)) throw new Error(`${action} answers a request that nobody follows`);
  return Object.assign(request, { action, recordsItself });
}

/** Lets guards, handlers and transactions know which request they work for. */
export function followRequests(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', (request, _reply, done) => {
    currentRequest.run(new AnsweredRequest(request as AuthenticatedRequest), done);
  });
}

/**
 * Records the looks of those who only read, and changes outside a transaction of ours. It stands around the methods of the
 * controllers and is no interceptor of Nest: the observables around those cost more than a look-up.
 */
@Injectable()
export class AuditedHandlers {
  private readonly handlers = new WeakMap<Method, Handler>();

  constructor(@Inject(AuditTrail) private readonly trail: AuditTrail) {}

  /** Every method that answers a route; called before the routes are made. */
  wrapAll(app: INestApplication): void {
    for (const { controllers } of app.get(ModulesContainer).values()) {
      for (const controller of controllers.values()) {
        if (!controller.isDependencyTreeStatic())
          throw new Error(`${controller.name}: a controller lives with its process`);
        this.wrapMethods(controller.instance as Record<string, Method>);
      }
    }
  }

  /**
   * For an answer that is given without its handler: keeps who was shown, before it is sent.
   * @param method as the route calls it
   */
  answered(method: unknown, answer: unknown): Promise<void> {
    const handler = this.handlers.get(method as Method);
    if (!handler) throw new Error('an answer of a handler that is not audited');
    return this.keep(begun(handler), handler, answer);
  }

  private async keep(request: AnsweredRequest, handler: Handler, answer: unknown): Promise<void> {
    if (handler.shows) await this.record(request, handler.shows, answer);
    // Whatever changes something outside a transaction of ours, as a replay of dead letters does.
    else if (request.changes && !request.recorded && !handler.recordsItself)
      await this.trail.note({ ...entryOf(request), kind: 'change' });
  }

  private wrapMethods(instance: Record<string, Method>): void {
    const prototype = Object.getPrototypeOf(instance) as Record<string, Method>;
    for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
      const method = prototype[name];
      if (method && Reflect.hasMetadata(PATH_METADATA, method)) instance[name] = this.wrapped(instance, method);
    }
  }

  private wrapped(instance: object, method: Method): Method {
    const targets = [method, instance.constructor];
    const handler: Handler = {
      action: actionOf(instance.constructor.name, method.name),
      shows: Reflect.getMetadata(SHOWS, method) as Shows | undefined,
      recordsItself: targets.some((target) => Reflect.getMetadata(RECORDS_ITSELF, target) === true),
    };
    const wrapped = async (...args: unknown[]): Promise<unknown> => {
      const request = begun(handler);
      const answer = await method.apply(instance, args);
      await this.keep(request, handler, answer);
      return answer;
    };
    // Guards, the form of the body and the described interface are found by what the decorators left on the method.
    for (const key of Reflect.getMetadataKeys(method) as string[])
      Reflect.defineMetadata(key, Reflect.getMetadata(key, method), wrapped);
    Object.defineProperty(wrapped, 'name', { value: method.name });
    this.handlers.set(wrapped, handler);
    return wrapped;
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
