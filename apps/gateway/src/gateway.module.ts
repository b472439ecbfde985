import { Module } from '@nestjs/common';

/** The gateway routes, limits and serves the portal; it has no model of its own. */
@Module({})
export class GatewayModule {}
