import { Module } from '@nestjs/common';
import { BodyModule } from './body/body.module.js';
import { CertificateModule } from './certificate/certificate.module.js';

@Module({ imports: [BodyModule, CertificateModule] })
export class PublicVerificationModule {}
