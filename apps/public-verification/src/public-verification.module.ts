import { Module } from '@nestjs/common';
import { BodyModule } from './body/body.module.js';
import { CertificateModule } from './certificate/certificate.module.js';
import { SigningKeyModule } from './signing-key/signing-key.module.js';

@Module({ imports: [BodyModule, CertificateModule, SigningKeyModule] })
export class PublicVerificationModule {}
