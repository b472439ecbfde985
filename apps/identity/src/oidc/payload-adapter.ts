import type { PersonalDataVault } from '@app/platform';
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { DataSource } from 'typeorm';
import type { OidcPayloadEntity } from './oidc-payload.entity.js';
import {
  consumePayload,
  deletePayload,
  deletePayloadsOfGrant,
  findPayload,
  payloadDigest,
  savePayload,
} from './oidc-payload.repository.js';

/** For artefacts that the provider saves without a lifetime. */
const LIFETIME_DEFAULT_S = 24 * 60 * 60;
const MS_PER_S = 1000;

/** An interaction belongs to whoever signed in on it. */
function accountOf(payload: AdapterPayload): string | undefined {
  const result = payload.result as { login?: { accountId?: string } } | undefined;
  return payload.accountId ?? result?.login?.accountId;
}

/** Keeps one model of the provider in PostgreSQL. */
export class PayloadAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly dataSource: DataSource,
    private readonly vault: PersonalDataVault,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn = LIFETIME_DEFAULT_S): Promise<void> {
    await savePayload(this.dataSource.manager, {
      model: this.model,
      idSha256: payloadDigest(id),
      payloadSealed: this.vault.seal('secret', JSON.stringify(payload)),
      grantId: payload.grantId ?? null,
      accountId: accountOf(payload) ?? null,
      uid: this.model === 'Session' ? (payload.uid ?? null) : null,
      expiresAt: new Date(Date.now() + expiresIn * MS_PER_S),
    });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.open(await findPayload(this.dataSource.manager, this.model, { idSha256: payloadDigest(id) }));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.open(await findPayload(this.dataSource.manager, this.model, { uid }));
  }

  /** The device flow is off. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /** The provider has looked at `consumed` before; here the database decides between two that looked at once. */
  async consume(id: string): Promise<void> {
    const consumed = await consumePayload(this.dataSource.manager, this.model, payloadDigest(id));
    if (!consumed) throw new errors.InvalidGrant(`${this.model} already used`);
  }

  async destroy(id: string): Promise<void> {
    await deletePayload(this.dataSource.manager, this.model, payloadDigest(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await deletePayloadsOfGrant(this.dataSource.manager, this.model, grantId);
  }

  private open(row: OidcPayloadEntity | null): AdapterPayload | undefined {
    if (!row) return undefined;
    const payload = JSON.parse(this.vault.open('secret', row.payloadSealed)) as AdapterPayload;
    return row.consumedAt ? { ...payload, consumed: Math.floor(row.consumedAt.getTime() / MS_PER_S) } : payload;
  }
}
