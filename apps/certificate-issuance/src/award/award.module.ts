import { Module } from '@nestjs/common';
import { CertificateModule } from '../certificate/certificate.module.js';
import { SigningKeyModule } from '../signing-key/signing-key.module.js';
import { StatusListModule } from '../status-list/status-list.module.js';
import { AwardCertificates } from './award-certificates.service.js';
import { AwardController } from './award.controller.js';
import { AwardDecidingService } from './award-deciding.service.js';
import { AwardIssuingService } from './award-issuing.service.js';
import { AwardPublicityService } from './award-publicity.service.js';
import { AwardPublicityController, AwardRowController } from './award-row.controller.js';
import { AwardService } from './award.service.js';

@Module({
  imports: [CertificateModule, SigningKeyModule, StatusListModule],
  controllers: [AwardController, AwardRowController, AwardPublicityController],
  providers: [AwardService, AwardDecidingService, AwardIssuingService, AwardPublicityService, AwardCertificates],
})
export class AwardModule {}
