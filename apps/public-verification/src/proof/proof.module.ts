import { Module } from '@nestjs/common';
import { ProofController } from './proof.controller.js';
import { ProofKeyService } from './proof-key.service.js';
import { ProofRenderer } from './proof-page.pdf.js';
import { ProofService } from './proof.service.js';

@Module({ controllers: [ProofController], providers: [ProofService, ProofKeyService, ProofRenderer] })
export class ProofModule {}
