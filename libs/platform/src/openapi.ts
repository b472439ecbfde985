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
  return SwaggerModule.createDocument(app, document, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}
