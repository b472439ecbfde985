import { DomainError } from '@app/kernel';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { PlatformConfig } from '../config.js';
import type { AccessRule } from './access-rule.js';
import { ACCESS, type AuthenticatedRequest, type Principal } from './principal.js';
import { ROLES, type Role } from './role.js';

/** The `aud` of tokens for the services. */
export const TOKEN_AUDIENCE = 'urn:jiangzheng:api';
const CLOCK_TOLERANCE_S = 5;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function principalOf(claims: JWTPayload): Principal {
  const roles = Array.isArray(claims['roles']) ? (claims['roles'] as unknown[]) : [];
  return {
    subject: text(claims.sub),
    organisationId: text(claims['organisation']),
    roles: roles.filter((role): role is Role => (ROLES as readonly unknown[]).includes(role)),
    jurisdiction: text(claims['jurisdiction']),
    name: text(claims['name']),
    organisationName: text(claims['organisation_name']),
  };
}

/** @throws DomainError `access/role` */
function assertRole(principal: Principal, access: AccessRule | undefined): void {
  if (!access || !principal.roles.some((role) => Object.hasOwn(access, role))) throw new DomainError('access/role');
}

/** Default deny: an endpoint that declares neither `@Public` nor `@Access` is closed to everyone. */
export class TokenGuard implements CanActivate {
  private readonly keys: JWTVerifyGetKey;

  constructor(
    private readonly reflector: Reflector,
    private readonly config: PlatformConfig,
  ) {
    this.keys = createRemoteJWKSet(new URL(config.OIDC_JWKS_URL ?? `${config.OIDC_ISSUER}/jwks`));
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const access = this.reflector.getAllAndOverride<'public' | AccessRule | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    request.principal = await this.authenticate(request.headers.authorization);
    assertRole(request.principal, access);
    return true;
  }

  private async authenticate(authorization: string | undefined): Promise<Principal> {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new DomainError('access/unauthenticated');
    const { payload } = await jwtVerify(token, this.keys, {
      issuer: this.config.OIDC_ISSUER,
      audience: TOKEN_AUDIENCE,
      clockTolerance: CLOCK_TOLERANCE_S,
    }).catch((error: unknown) => {
      // Keys that cannot be fetched are an outage, not a bad token.
      const code = (error as { code?: unknown }).code;
      const refused = typeof code === 'string' && code.startsWith('ERR_J') && code !== 'ERR_JWKS_TIMEOUT';
      throw new DomainError(refused ? 'access/unauthenticated' : 'service/unavailable');
    });
    const principal = principalOf(payload);
    if (!principal.subject) throw new DomainError('access/unauthenticated');
    return principal;
  }
}
