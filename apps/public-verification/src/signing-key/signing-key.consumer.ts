import { SigningKeyChangedSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { SigningKeyService } from './signing-key.service.js';

@Controller()
export class SigningKeyConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
  ) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(SigningKeyChangedSchema))
  async changed(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, SigningKeyChangedSchema, (tx, data) =>
      this.keys.applyKeyChanged(tx, data, new Date(envelope.occurredAt)),
    );
  }
}
