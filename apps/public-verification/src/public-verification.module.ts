import { Module } from '@nestjs/common';
import { BodyModule } from './body/body.module.js';
import { CertificateModule } from './certificate/certificate.module.js';
import { HolderModule } from './holder/holder.module.js';

@Module({ imports: [BodyModule, CertificateModule, HolderModule] })
export class PublicVerificationModule {}
