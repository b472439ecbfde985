import { createHash } from 'node:crypto';
import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import { inTransaction as commit } from '@app/messaging';
import {
  actorOf,
  AuditTrail,
  CLOCK,
  currentRequest,
  inTransaction,
  PersonalDataVault,
  readAs,
  SERVICE,
  type Principal,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { candidatesByToken } from '../certificate/candidate.repository.js';
import { BINDING_ATTEMPTS_MAX, isProven, readClaim, type Binding, type Claim } from './binding.js';
import {
  findBinding,
  insertBinding,
  lockBinding,
  releaseBinding,
  takeAttempt,
  type AttemptKind,
} from './binding.repository.js';

@Injectable()
export class BindingService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  async current(principal: Principal): Promise<Binding | null> {
    return readAs(this.dataSource, principal, (tx) => findBinding(tx, principal.subject));
  }

  /**
   * Binds the account to the person of the certificate. Tries are counted before anything is compared, so that a
   * refusal does not take its count back.
   * @throws DomainError `binding/claim` with the fields; `binding/too-many`; `binding/not-matching`, the same for an unknown
   *   code and wrong facts; `binding/taken`
   */
  async bind(principal: Principal, given: Claim): Promise<Binding> {
    const { name, documentNumber, token } = readClaim(given);
    const claim = {
      nameIndex: this.vault.index('name', name),
      documentIndex: this.vault.index('document', documentNumber),
    };
    await this.take('account', principal.subject);
    const tokenSha256 = createHash('sha256').update(token).digest('hex');
    const [certificate] = await candidatesByToken(this.dataSource.manager, [tokenSha256]);
    if (certificate) await this.take('certificate', certificate.certificateId);
    if (!certificate || !isProven(certificate, claim)) {
      await this.noteRefusal(principal, certificate?.certificateId);
      throw new DomainError('binding/not-matching');
    }
    return inTransaction(this.dataSource, principal, async (tx) => {
      const standing = await findBinding(tx, principal.subject);
      if (standing?.documentIndex === claim.documentIndex) return standing;
      const binding: Binding = {
        id: newId(),
        subject: principal.subject,
        certificateId: certificate.certificateId,
        ...claim,
        nameSealed: this.vault.seal('name', name),
        boundAt: this.clock.now(),
        releasedAt: null,
      };
      if (!(await insertBinding(tx, binding))) throw new DomainError('binding/taken');
      return binding;
    });
  }

  /** @throws DomainError `binding/none` */
  async release(principal: Principal): Promise<void> {
    await inTransaction(this.dataSource, principal, async (tx) => {
      const binding = await lockBinding(tx, principal.subject);
      await releaseBinding(tx, binding, this.clock.now());
      return { id: binding.id };
    });
  }

  /** In a transaction of its own. @throws DomainError `binding/too-many` */
  private async take(kind: AttemptKind, key: string): Promise<void> {
    const attempt = { kind, key, day: chinaDate(this.clock.now()), max: BINDING_ATTEMPTS_MAX[kind] };
    const isTaken = await commit(this.dataSource, SERVICE, (tx) => takeAttempt(tx, attempt));
    if (!isTaken) throw new DomainError('binding/too-many');
  }

  /** Somebody held a certificate's code and did not know whose it is: that has to be found later. */
  private async noteRefusal(principal: Principal, certificateId: string | undefined): Promise<void> {
    const { requestId, address } = currentRequest.getStore() ?? {};
    await this.trail.note({
      ...actorOf(principal),
      kind: 'refusal',
      action: 'binding.bind',
      object: certificateId ? `certificate/${certificateId}` : '',
      persons: [],
      outcome: 'refused',
      rule: 'binding/not-matching',
      ...(requestId ? { requestId } : {}),
      ...(address ? { address } : {}),
    });
  }
}
