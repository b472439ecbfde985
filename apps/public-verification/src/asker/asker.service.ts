import { inTransaction } from '@app/messaging';
import { readAs, SERVICE, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askedBatches, keepOrganisationName, organisationNames } from './asker.repository.js';
import { isPurpose, type PurposeName } from './purposes.js';

/** Of one look: who it was for, as the trail has it. */
export interface AskedFor {
  organisationId: string;
  /** `purpose/<name>`, `batch/<id>` */
  object: string;
}

export interface NamedAsker {
  /** Empty where nobody said it. */
  organisationName: string;
  purpose: PurposeName | null;
}

const idIn = ({ object }: AskedFor, kind: string): string[] =>
  object.startsWith(`${kind}/`) ? [object.slice(kind.length + 1)] : [];
const purposeOf = (text: string | undefined): PurposeName | null => (text && isPurpose(text) ? text : null);

/**
 * 谁查的: the trail names organisations by their ids, and a holder is told their names. They are known from the tokens of those
 * who ask.
 */
@Injectable()
export class AskerService {
  /** What this process has kept already. */
  private readonly kept = new Map<string, string>();

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async keep({ organisationId, organisationName }: Principal): Promise<void> {
    if (!organisationId || !organisationName || this.kept.get(organisationId) === organisationName) return;
    await inTransaction(this.dataSource, SERVICE, (tx) => keepOrganisationName(tx, organisationId, organisationName));
    this.kept.set(organisationId, organisationName);
  }

  /** In the order of the looks. */
  async nameAll(looks: readonly AskedFor[]): Promise<NamedAsker[]> {
    const organisationIds = [...new Set(looks.map(({ organisationId }) => organisationId))].filter(Boolean);
    const batchIds = [...new Set(looks.flatMap((look) => idIn(look, 'batch')))];
    if (organisationIds.length === 0) return looks.map(() => ({ organisationName: '', purpose: null }));
    const { names, batches } = await readAs(this.dataSource, SERVICE, async (tx) => ({
      names: await organisationNames(tx, organisationIds),
      batches: new Map((await askedBatches(tx, batchIds)).map((batch) => [batch.id, batch])),
    }));
    return looks.map((look) => {
      const batch = batches.get(idIn(look, 'batch')[0] ?? '');
      return {
        organisationName: batch?.organisationName || (names.get(look.organisationId) ?? ''),
        purpose: purposeOf(batch?.purpose ?? idIn(look, 'purpose')[0]),
      };
    });
  }
}
