import type { EventEmitter } from 'node:events';
import { withoutPersonalNumbers } from '@app/platform';
import { Provider, type errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { Logger } from 'pino';
import { isSecret } from '../client/client-secret.js';
import { renderNotFound } from '../interaction/error-page.js';
import { providerConfiguration, type ProviderParts } from './provider-configuration.js';

const HTTP_NOT_FOUND = 404;

/** What happened, without who or from where: client, route and the protocol's own words. */
function observe(provider: Provider, logger: Logger): void {
  const refused =
    (event: string) =>
    (ctx: KoaContextWithOIDC, error: errors.OIDCProviderError): void => {
      const reason = withoutPersonalNumbers(error.error_description ?? error.message);
      logger.info({ event, client: ctx.oidc.client?.clientId, error: error.error, reason }, 'oidc request refused');
    };
  provider.on('authorization.error', refused('authorization'));
  provider.on('grant.error', refused('grant'));
  provider.on('grant.revoked', (ctx) => logger.info({ client: ctx.oidc.client?.clientId }, 'grant revoked'));
  provider.on('server_error', (_ctx, error) => logger.error({ err: error }, 'oidc request failed'));
  // Koa would print these itself otherwise.
  const koa: EventEmitter = provider;
  koa.on('error', (error: unknown) => logger.error({ err: error }, 'oidc request failed'));
}

/** The OpenID provider of the installation. */
export function createProvider(parts: ProviderParts, logger: Logger): Provider {
  const provider = new Provider(parts.config.OIDC_ISSUER, providerConfiguration(parts));
  provider.proxy = true;
  provider.Client.prototype.compareClientSecret = function compareWithDigest(secret: string): boolean {
    return this.clientSecret !== undefined && isSecret(this.clientSecret, secret);
  };
  provider.use(async (ctx, next) => {
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('referrer-policy', 'same-origin');
    await next();
    await parts.sessions.record(ctx);
    if (ctx.status === HTTP_NOT_FOUND && ctx.body === undefined) renderNotFound(ctx);
  });
  observe(provider, logger);
  return provider;
}
