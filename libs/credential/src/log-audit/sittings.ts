import type {
  LoggedSubject,
  PlanApprovedEntry,
  PlanSeatedEntry,
  RollReportedEntry,
  ScopeGrantedEntry,
} from '../log-entry.js';
import type { Say } from './audit-rules.js';
import { Parts, type Candidates, type Roll } from './candidates.js';
import type { LogTime } from './log-time.js';

/** Working days of 公示; 0 is the day of posting. */
const PUBLICITY_WORKING_DAYS = 5;

/** Working days after `from` up to and including `to`, by the calendar of China. */
export type CountWorkingDays = (from: string, to: string) => number;

export interface Scope {
  organisation: string;
  from: string;
  until: string;
  subjects: ReadonlySet<string>;
}

export type Plan = Pick<PlanApprovedEntry, 'filing' | 'site' | 'examOn'> & { subject: string };

interface Seating {
  examOn: string;
  parts: Parts;
  /** Seats that are taken, until all parts are there. */
  taken: Set<string> | undefined;
}

export const subjectKey = (subject: LoggedSubject): string => subject.join('\n');

/** What was granted, approved, seated and reported up to the place of the log that has been reached. */
export class Sittings {
  readonly #organisations = new Map<string, string>();
  readonly #scopes = new Map<string, Scope>();
  readonly #plans = new Map<string, Plan>();
  readonly #seatings = new Map<string, Seating>();
  readonly #rolls = new Map<string, Roll>();

  constructor(
    private readonly say: Say,
    private readonly time: LogTime,
    private readonly candidates: Candidates,
    private readonly countWorkingDays: CountWorkingDays,
  ) {}

  organisationOf(filing: string): string | undefined {
    return this.#organisations.get(filing);
  }

  scopeOf(filing: string, site: string): Scope | undefined {
    return this.#scopes.get(`${filing} ${site}`);
  }

  planOf(plan: string): Plan | undefined {
    return this.#plans.get(plan);
  }

  rollOf(roll: string): Roll | undefined {
    return this.#rolls.get(roll);
  }

  seatingOf(plan: string): Pick<Seating, 'examOn' | 'parts'> | undefined {
    return this.#seatings.get(plan);
  }

  takeScope({ filing, organisation, site, from, until, subjects }: ScopeGrantedEntry): void {
    this.#organisations.set(filing, organisation);
    this.#scopes.set(`${filing} ${site}`, { organisation, from, until, subjects: new Set(subjects.map(subjectKey)) });
  }

  takePlan({ plan: id, filing, site, subject, examOn }: PlanApprovedEntry, index: number): void {
    const plan = { filing, site, subject: subjectKey(subject), examOn };
    const known = this.#plans.get(id);
    if (known && JSON.stringify(known) !== JSON.stringify(plan)) this.say('plan-repeated', index, `plan ${id}`);
    this.#plans.set(id, known ?? plan);
    this.#assertBefore(examOn, index, id);
  }

  takeSeats({ plan: id, examOn, part, parts, seats }: PlanSeatedEntry, index: number): void {
    const seating = this.#seatings.get(id) ?? { examOn, parts: new Parts(parts), taken: new Set<string>() };
    this.#seatings.set(id, seating);
    if (seating.examOn !== examOn || !seating.parts.take(part, parts)) {
      this.say('part-repeated', index, `plan ${id}`, `${part}/${parts}`);
    }
    this.#assertBefore(examOn, index, id);
    for (const [candidate, room, seat] of seats) {
      const place = `${room}\n${seat}`;
      if (seating.taken?.has(place)) this.say('double-seat', index, `plan ${id}`, `${room} ${seat}, ${candidate}`);
      seating.taken?.add(place);
      this.#seat(candidate, { plan: id, examOn, index });
    }
    if (seating.parts.isComplete) seating.taken = undefined;
  }

  takeRoll(entry: RollReportedEntry, index: number): void {
    const { roll: id, plan, examOn, publicityFrom, publicityUntil, part, parts } = entry;
    let roll = this.#rolls.get(id);
    if (!roll) {
      roll = newRoll(plan, examOn, parts);
      this.#rolls.set(id, roll);
      const days = this.countWorkingDays(publicityFrom, publicityUntil);
      if (days < PUBLICITY_WORKING_DAYS || this.time.day <= publicityUntil || publicityFrom < examOn) {
        this.say('publicity-short', index, `roll ${id}`, `${publicityFrom} – ${publicityUntil}`);
      }
    }
    const belongs = roll.plan === plan && roll.examOn === examOn;
    if (!roll.parts.take(part, parts) || !belongs) this.say('part-repeated', index, `roll ${id}`, `${part}/${parts}`);
    for (const candidate of entry.candidates) {
      const candidacy = this.candidates.at(candidate, plan);
      if (candidacy.rolls.includes(roll)) continue;
      candidacy.rolls = candidacy.rolls.length === 0 ? roll.alone : [...candidacy.rolls, roll];
    }
  }

  #seat(candidate: string, { plan, examOn, index }: { plan: string; examOn: string; index: number }): void {
    for (let each = this.candidates.first(candidate); each; each = each.next) {
      if (each.seatedOn !== examOn) continue;
      this.say('double-seat', index, `candidate ${candidate}`, `${each.ground}, ${plan}, ${examOn}`);
    }
    this.candidates.at(candidate, plan).seatedOn = examOn;
  }

  #assertBefore(examOn: string, index: number, plan: string): void {
    const { day } = this.time;
    if (day > examOn) this.say('back-dated-sitting', index, `plan ${plan}`, `${examOn} < ${day}`);
  }
}

function newRoll(plan: string, examOn: string, total: number): Roll {
  const alone: Roll[] = [];
  const roll = { plan, examOn, parts: new Parts(total), alone };
  alone.push(roll);
  return roll;
}
