import { Module } from '@nestjs/common';
import { AskLimitModule } from './ask-limit/ask-limit.module.js';
import { BodyModule } from './body/body.module.js';
import { CertificateModule } from './certificate/certificate.module.js';
import { WatchModule } from './watch/watch.module.js';

@Module({ imports: [AskLimitModule, BodyModule, CertificateModule, WatchModule] })
export class PublicVerificationModule {}
