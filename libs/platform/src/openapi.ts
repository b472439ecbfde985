import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { DataConfig } from './config.js';
import { createLogger } from './logging.js';
import { rootModule } from './bootstrap.js';
import type { ServiceDefinition } from './service-definition.js';

/** The OpenAPI 3.1 document of a service, made from its code without a database. */
export async function openApiOf(definition: ServiceDefinition): Promise<OpenAPIObject> {
  const config = Object.assign(new DataConfig(), { OIDC_ISSUER: 'http://localhost/oidc' });
  const app = await NestFactory.create(
    rootModule(definition, config, createLogger(definition.name, 'silent')),
    new FastifyAdapter(),
    {
      preview: true,
      logger: false,
    },
  );
  const document = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`${definition.title.zh} ${definition.title.en}`)
    .setVersion('1')
    .addServer(`/api/${definition.name}`)
    .addBearerAuth()
    .build();
  const made = SwaggerModule.createDocument(app, document, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  assertAccessDeclared(made);
  return withProblems(made);
}

/** @throws Error that names every operation without `@Access` or `@Public`: its matrix of answers could not be tested */
function assertAccessDeclared(document: OpenAPIObject): void {
  const undeclared = Object.entries(document.paths).flatMap(([route, path]) =>
    (['get', 'post', 'put', 'delete', 'patch'] as const)
      .filter((method) => path[method] && !Object.hasOwn(path[method], 'x-access'))
      .map((method) => `${method.toUpperCase()} ${route}`),
  );
  if (undeclared.length > 0) throw new Error(`no @Access and no @Public at: ${undeclared.join(', ')}`);
}

/** Every operation can answer with a problem document. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const schemas = { ...document.components?.schemas, Problem: PROBLEM_SCHEMA };
  const answer = {
    description: '问题说明 problem document (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.delete]) {
      if (operation) operation.responses = { ...operation.responses, default: answer };
    }
  }
  return { ...document, components: { ...document.components, schemas } };
}

const text = { type: 'string' };
const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'titles', 'status', 'instance'],
  properties: {
    type: { ...text, description: 'stable: `urn:jiangzheng:problem:<code>`' },
    title: text,
    titles: { type: 'object', required: ['zh-CN', 'en'], properties: { 'zh-CN': text, en: text } },
    status: { type: 'integer' },
    instance: { ...text, description: 'the request, for an administrator' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'rule', 'zh', 'en'],
        properties: { field: { ...text, description: 'JSON pointer or cell' }, rule: text, zh: text, en: text },
      },
    },
  },
};
