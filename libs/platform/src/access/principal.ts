import { DomainError } from '@app/kernel';
import type { Standing } from '@app/messaging';
import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { AccessRule } from './access-rule.js';
import type { Role } from './role.js';

/** Who asks, as the token says. It is the standing on which the database shows rows. */
export interface Principal extends Standing {
  subject: string;
  /** Empty for a person who acts for no organisation. */
  organisationId: string;
  roles: readonly Role[];
  /** GB/T 2260 code (`230000` is the whole province) or a system key; empty when the person supervises nothing. */
  jurisdiction: string;
  /** Of the person, if the token says it: for what is shown to people, never for a log or the audit trail. */
  name?: string;
  organisationName?: string;
}

export const PROVINCE_JURISDICTION = '230000';

export interface AuthenticatedRequest extends FastifyRequest {
  principal?: Principal;
}

export const ACCESS = Symbol('ACCESS');

/** The endpoint is open to everyone, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ACCESS, 'public'), ApiExtension('x-access', 'public'));

/**
 * Who may use the endpoint, and for what. The guard enforces the roles, the use case and the database the reach; the
 * matrix test (test/house) takes all three at their word.
 */
export const Access = (...rules: [AccessRule, ...AccessRule[]]): MethodDecorator & ClassDecorator => {
  const rule: AccessRule = Object.assign({}, ...rules);
  return applyDecorators(SetMetadata(ACCESS, rule), ApiBearerAuth(), ApiExtension('x-access', rule));
};

/** The signed-in person of the request. */
export const CurrentPrincipal = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!principal) throw new DomainError('access/unauthenticated');
  return principal;
});

export function hasRole(principal: Principal, ...roles: readonly Role[]): boolean {
  return roles.some((role) => principal.roles.includes(role));
}

const REGULATORS = ['city-officer', 'province-officer', 'auditor'] as const;

/** Supervises one of these jurisdictions: the province and auditors all of them, a city officer the own city. */
export function supervises(principal: Principal, ...jurisdictions: readonly string[]): boolean {
  if (principal.jurisdiction === '' || !hasRole(principal, ...REGULATORS)) return false;
  return principal.jurisdiction === PROVINCE_JURISDICTION || jurisdictions.includes(principal.jurisdiction);
}

/**
 * Own organisation, or a regulator whose jurisdiction covers it.
 * @throws DomainError `access/foreign-organisation` or `access/foreign-jurisdiction`
 */
export function assertMayRead(
  principal: Principal,
  owner: { organisationId: string; jurisdiction: string; supervisedIn?: readonly string[] },
): void {
  if (hasRole(principal, ...REGULATORS)) {
    if (!supervises(principal, owner.jurisdiction, ...(owner.supervisedIn ?? [])))
      throw new DomainError('access/foreign-jurisdiction');
    return;
  }
  assertOwn(principal, owner);
}

/** Whose rows a list shows. Both absent: every row, which only the whole province's regulators see. */
export interface Visibility {
  organisationId?: string;
  jurisdiction?: string;
}

/** A regulator lists the own jurisdiction, everyone else the own organisation. */
export function visibleTo(principal: Principal): Visibility {
  if (!hasRole(principal, ...REGULATORS)) return { organisationId: principal.organisationId };
  return principal.jurisdiction === PROVINCE_JURISDICTION ? {} : { jurisdiction: principal.jurisdiction };
}

/** @throws DomainError `access/foreign-organisation` */
export function assertOwn(principal: Principal, owner: { organisationId: string }): void {
  if (!principal.organisationId || principal.organisationId !== owner.organisationId) {
    throw new DomainError('access/foreign-organisation');
  }
}

/** @throws DomainError `access/foreign-jurisdiction` */
export function assertSupervises(principal: Principal, jurisdiction: string): void {
  if (!supervises(principal, jurisdiction)) throw new DomainError('access/foreign-jurisdiction');
}
