import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { DomainError } from '@app/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { GatewayConfig } from './gateway.config.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
/** Nothing is loaded from elsewhere. Ant Design writes its styles at run time. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** It has all its scripts in itself, takes a picture from the camera and asks only the registry it came from. */
const OFFLINE_HEADERS = {
  ...SECURITY_HEADERS,
  'content-security-policy':
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
} as const;

/** The page for use without a network, to be opened here or kept. */
export async function serveOfflinePage(fastify: FastifyInstance, config: GatewayConfig): Promise<void> {
  const file = path.resolve(config.OFFLINE_PAGE);
  if (!existsSync(file)) return;
  const page = await readFile(file, 'utf8');
  fastify.get('/offline/verify.html', async (_request, reply) =>
    reply.headers(OFFLINE_HEADERS).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page),
  );
}

/** Addresses of the portal's pages; any other is answered 404, with the portal's own page for it. */
const PAGES = [
  '/',
  '/about',
  '/bodies',
  '/bodies/:siteCode',
  '/callback',
  '/e/:token',
  '/help',
  '/log-status',
  '/my',
  '/my/*',
  '/occupations',
  '/offline',
  '/plans',
  '/publicity',
  '/publicity/:planId',
  '/staff',
  '/staff/*',
  '/statistics',
  '/v/:token',
  '/verify',
] as const;

/** The portal is one page: its files as they are, and the page itself for every address of a person. */
export async function servePortal(fastify: FastifyInstance, config: GatewayConfig): Promise<void> {
  const root = path.resolve(config.PORTAL_DIR);
  if (!existsSync(path.join(root, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: path.join(root, 'assets'),
    prefix: '/assets/',
    maxAge: YEAR_MS,
    immutable: true,
  });
  const page = await readFile(path.join(root, 'index.html'), 'utf8');
  const showPage = (reply: FastifyReply): FastifyReply =>
    reply.headers(SECURITY_HEADERS).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
  for (const route of PAGES) {
    fastify.get(route, async (_request, reply) => showPage(reply));
  }
  // A person at a wrong address gets the portal's own page for it, a program a problem document.
  fastify.get('/*', async (request, reply) => {
    if (!request.headers.accept?.includes('text/html')) throw new DomainError('request/not-found');
    return showPage(reply.code(404));
  });
}

/** The OpenAPI documents of the services, as checked in: `/api/<service>/openapi.json`. */
export async function serveOpenApi(fastify: FastifyInstance, config: GatewayConfig): Promise<void> {
  const folder = path.resolve(config.OPENAPI_DIR);
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    const document = await readFile(path.join(folder, name), 'utf8');
    const address = `/api/${path.basename(name, '.json')}/openapi.json`;
    fastify.get(address, async (_request, reply) => reply.type('application/json').send(document));
  }
}
