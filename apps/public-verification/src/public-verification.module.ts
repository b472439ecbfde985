import { Module } from '@nestjs/common';
import { BodyModule } from './body/body.module.js';
import { CertificateModule } from './certificate/certificate.module.js';
import { OccupationModule } from './occupation/occupation.module.js';
import { StatisticsModule } from './statistics/statistics.module.js';

@Module({ imports: [BodyModule, CertificateModule, OccupationModule, StatisticsModule] })
export class PublicVerificationModule {}
