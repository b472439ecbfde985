import 'reflect-metadata';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';

const [databaseUrl = '', port = '0'] = process.argv.slice(2);
const pool = new Pool({ connectionString: databaseUrl, max: 10 });

/** The limit: one look-up by primary key behind one route, and nothing else. Decorators are called by hand, for Node strips types only. */
class BareController {
  async get(id: string): Promise<unknown> {
    const { rows } = await pool.query<object>({
      name: 'by-key',
      text: 'SELECT * FROM public_verification.certificate WHERE certificate_id = $1',
      values: [id],
    });
    return rows[0];
  }
}
Controller('bare')(BareController);
Reflect.defineMetadata('design:paramtypes', [String], BareController.prototype, 'get');
Get(':id')(BareController.prototype, 'get', Object.getOwnPropertyDescriptor(BareController.prototype, 'get')!);
Param('id')(BareController.prototype, 'get', 0);
class BareModule {}
Module({ controllers: [BareController] })(BareModule);

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(Number(port), '127.0.0.1');
process.send?.(await app.getUrl());
process.on('disconnect', () => process.exit(0));
