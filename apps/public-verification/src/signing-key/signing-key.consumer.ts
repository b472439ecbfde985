import { SigningKeyChangedSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { takeKeyChanged } from './signing-key.intake.js';

@Controller()
export class SigningKeyConsumer {
  constructor(@Inject(Inbox) private readonly inbox: Inbox) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(SigningKeyChangedSchema))
  async changed(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, SigningKeyChangedSchema, (tx, data) => takeKeyChanged(tx, data));
  }
}
