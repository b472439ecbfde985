import { assertNever } from '@app/kernel';
import type { CertificateBlockEntry, LogEntry } from '../log-entry.js';
import { findingOf, type AuditFinding, type Say } from './audit-rules.js';
import { Candidates } from './candidates.js';
import { Certificates } from './certificates.js';
import { readEntry } from './entry-shape.js';
import { Foundations } from './foundations.js';
import { LogTime } from './log-time.js';
import { SerialNumbers } from './serial-numbers.js';
import { SigningKeys } from './signing-keys.js';
import { Sittings, type CountWorkingDays } from './sittings.js';

/** What a reader has found out beside the findings. */
export interface AuditTally {
  leaves: number;
  certificates: number;
}

export interface LogAuditor {
  /** The next leaf; entries come in the order of the log, each once. */
  take(index: number, bytes: Uint8Array): AuditFinding[];
  /** After the last leaf: what only the end shows. */
  end(): AuditFinding[];
  /** Whether a certificate stands in the log, and at the head of which block. */
  headOf(certificate: string): CertificateBlockEntry | undefined;
  /** The entry that was taken last; undefined for a malformed one. */
  readonly entry: LogEntry | undefined;
  readonly tally: AuditTally;
}

interface Registers {
  sittings: Sittings;
  foundations: Foundations;
  serials: SerialNumbers;
  keys: SigningKeys;
  certificates: Certificates;
  /** Latest epoch of each status list. */
  epochs: Map<number, number>;
}

/**
 * Checks what the log says, leaf by leaf: filing → plan → sitting → roll → certificate → its end. Whether the leaves are
 * those of the checkpoint is the tree's matter.
 *
 * It keeps one record for each candidate and each certificate, one for each plan, roll, award, key and status list, and
 * nothing else of a leaf. Findings are given out, not kept.
 */
export function auditEntries({ countWorkingDays }: { countWorkingDays: CountWorkingDays }): LogAuditor {
  const found: AuditFinding[] = [];
  const say: Say = (...finding) => void found.push(findingOf(...finding));
  const time = new LogTime();
  const registers = registersOf(say, time, countWorkingDays);
  const { certificates, serials } = registers;
  const tally: AuditTally = { leaves: 0, certificates: 0 };
  let entry: LogEntry | undefined;

  return {
    take(index, bytes) {
      tally.leaves += 1;
      entry = readEntry(bytes);
      if (entry?.type === 'certificate') tally.certificates += 1;
      else certificates.endBlock();
      if (!entry) {
        say('malformed-leaf', index, `leaf ${index}`);
        return found.splice(0);
      }
      if ('at' in entry) {
        time.take(entry.at);
        if (time.runsBack) say('time-runs-back', index, `${entry.type} ${index}`, entry.at);
      }
      takeEntry(registers, entry, index, say);
      return found.length === 0 ? NONE : found.splice(0);
    },
    end() {
      certificates.end();
      serials.end();
      return found.splice(0);
    },
    headOf: (certificate) => certificates.headOf(certificate),
    get entry() {
      return entry;
    },
    tally,
  };
}

const NONE: AuditFinding[] = [];

function registersOf(say: Say, time: LogTime, countWorkingDays: CountWorkingDays): Registers {
  const candidates = new Candidates();
  const sittings = new Sittings(say, time, candidates, countWorkingDays);
  const foundations = new Foundations(say, time, sittings, candidates);
  const serials = new SerialNumbers(say);
  const keys = new SigningKeys(say);
  const certificates = new Certificates({ say, time, foundations, sittings, serials, keys });
  return { sittings, foundations, serials, keys, certificates, epochs: new Map() };
}

function takeEntry(registers: Registers, entry: LogEntry, index: number, say: Say): void {
  const { sittings, foundations, serials, keys, certificates, epochs } = registers;
  switch (entry.type) {
    case 'certificate':
      return certificates.take(entry, index);
    case 'certificate-block':
      return certificates.takeHead(entry, index);
    case 'certificate-status':
      return certificates.takeStatus(entry, index);
    case 'scope-granted':
      return sittings.takeScope(entry);
    case 'plan-approved':
      return sittings.takePlan(entry, index);
    case 'plan-seated':
      return sittings.takeSeats(entry, index);
    case 'roll-reported':
      return sittings.takeRoll(entry, index);
    case 'award-approved':
      return foundations.takeAward(entry);
    case 'number-voided':
      return serials.takeVoid(entry, index);
    case 'signing-key':
      return keys.take(entry, index);
    case 'status-epoch': {
      const { list, epoch } = entry;
      const latest = epochs.get(list) ?? 0;
      if (epoch <= latest) say('status-epoch', index, `status-list ${list}`, `${epoch} ≤ ${latest}`);
      epochs.set(list, Math.max(epoch, latest));
      return;
    }
    default:
      assertNever(entry);
  }
}
