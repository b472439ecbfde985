import { Module } from '@nestjs/common';
import { BodyModule } from '../body/body.module.js';
import { CertificateModule } from '../certificate/certificate.module.js';
import { SigningKeyModule } from '../signing-key/signing-key.module.js';
import { DocumentController } from './document.controller.js';
import { DocumentService } from './document.service.js';

@Module({
  imports: [BodyModule, CertificateModule, SigningKeyModule],
  controllers: [DocumentController],
  providers: [DocumentService],
})
export class DocumentModule {}
