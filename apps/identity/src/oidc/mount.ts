import type { IncomingMessage } from 'node:http';
import { CONFIG } from '@app/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Provider } from 'oidc-provider';
import type { IdentityConfig } from '../identity-config.js';
import { OIDC_PROVIDER } from './oidc.module.js';
import { MOUNT_PATH } from './provider-configuration.js';

/**
 * Makes a request look as it did to the public: the provider builds its addresses and the `Secure` of its cookies on
 * these, and they come from the configuration, not from whoever wrote the Host header.
 */
function asThePublicSees(request: IncomingMessage, issuer: URL): void {
  request.headers['x-forwarded-host'] = issuer.host;
  request.headers['x-forwarded-proto'] = issuer.protocol.replace(':', '');
  const url = request.url ?? MOUNT_PATH;
  Object.assign(request, { originalUrl: url, url: url.slice(MOUNT_PATH.length) || '/' });
}

/** Mounts the provider as it is. The plugin's own scope leaves bodies unread, because the provider reads them itself. */
export async function mountProvider(app: NestFastifyApplication): Promise<void> {
  const provider = app.get<Provider>(OIDC_PROVIDER);
  const issuer = new URL(app.get<IdentityConfig>(CONFIG).OIDC_ISSUER);
  const answer = provider.callback();
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  await fastify.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    scope.all(`${MOUNT_PATH}/*`, async (request, reply) => {
      reply.hijack();
      asThePublicSees(request.raw, issuer);
      await answer(request.raw, reply.raw);
    });
    done();
  });
}
