import type { AwardApprovedEntry, CertificateBlockEntry } from '../log-entry.js';
import type { Say } from './audit-rules.js';
import type { Candidacy, Candidates, Roll } from './candidates.js';
import type { LogTime } from './log-time.js';
import { SerialNumbers } from './serial-numbers.js';
import { subjectKey, type Plan, type Sittings } from './sittings.js';

interface Award extends Pick<AwardApprovedEntry, 'filing' | 'site' | 'basis'> {
  subject: string;
  candidates: Set<string>;
}

/** On what the certificates of a block rest, as far as each of them is held against it. */
export interface Foundation {
  /** Id of plan or award, under which candidates are kept. */
  ground: string;
  /** The roll each candidate must be in; undefined when there is none to hold them against. */
  roll: Roll | undefined;
  /** Whether each candidate must have a seat. */
  seated: boolean;
  award: Award | undefined;
}

/** Walks back from a block of certificates to the filing that allowed it. */
export class Foundations {
  readonly #awards = new Map<string, Award>();

  constructor(
    private readonly say: Say,
    private readonly time: LogTime,
    private readonly sittings: Sittings,
    private readonly candidates: Candidates,
  ) {}

  takeAward({ award: id, basis, filing, site, subject, candidates }: AwardApprovedEntry): void {
    const award = this.#awards.get(id) ?? { basis, filing, site, subject: subjectKey(subject), candidates: new Set() };
    for (const candidate of candidates) award.candidates.add(candidate);
    this.#awards.set(id, award);
  }

  /** @param index of the block's head */
  check(head: CertificateBlockEntry, index: number): Foundation {
    const { plan, roll, award } = head;
    if (!this.time.isDayOfIssue(head.issuedOn)) {
      this.say('back-dated-issue', index, `block ${index}`, head.issuedOn);
    }
    if (!head.series && SerialNumbers.drawnHere(head.site)) this.say('series-missing', index, `block ${index}`);
    if (award !== undefined) return this.#checkAward(head, award, index);
    if (plan !== undefined && roll !== undefined) return this.#checkSitting(head, { plan, roll }, index);
    this.say('basis-unfounded', index, `block ${index}`, head.basis);
    return { ground: plan ?? '', roll: undefined, seated: false, award: undefined };
  }

  /** Holds one new certificate's candidate against what the block rests on. */
  checkCandidate(
    { ground, roll, seated, award }: Foundation,
    candidate: string,
    { id, index }: { id: string; index: number },
  ): Candidacy {
    const candidacy = this.candidates.at(candidate, ground);
    const subject = `certificate ${id}`;
    if (roll && !candidacy.rolls.includes(roll)) this.say('ghost-candidate', index, subject, candidate);
    if (award && !award.candidates.has(candidate)) this.say('ghost-candidate', index, subject, candidate);
    if (seated && candidacy.seatedOn === undefined) this.say('never-seated', index, subject, candidate);
    if (candidacy.certificate !== undefined) this.say('certified-twice', index, subject, candidacy.certificate);
    return candidacy;
  }

  #checkAward(head: CertificateBlockEntry, id: string, index: number): Foundation {
    const award = this.#awards.get(id);
    if (!award) {
      this.say('award-unknown', index, `award ${id}`);
    } else {
      const { basis, filing, site, subject } = award;
      const same = basis === head.basis && filing === head.filing && site === head.site;
      if (!same || subject !== subjectKey(head.subject)) this.say('differs-from-award', index, `award ${id}`);
    }
    return { ground: id, roll: undefined, seated: false, award };
  }

  #checkSitting(head: CertificateBlockEntry, ids: { plan: string; roll: string }, index: number): Foundation {
    const plan = this.sittings.planOf(ids.plan);
    const subject = `plan ${ids.plan}`;
    if (plan) this.#checkPlan(head, plan, { subject, index });
    else this.say('plan-unknown', index, subject);
    const roll = this.sittings.rollOf(ids.roll);
    const complete = roll?.parts.isComplete === true;
    if (!complete) this.say('roll-incomplete', index, `roll ${ids.roll}`, roll?.parts.text);
    if (roll && (roll.plan !== ids.plan || (plan && roll.examOn !== plan.examOn))) {
      this.say('differs-from-plan', index, `roll ${ids.roll}`, `${roll.plan}, ${roll.examOn}`);
    }
    const seating = this.sittings.seatingOf(ids.plan);
    const seated = seating?.parts.isComplete === true;
    if (!seated) this.say('plan-not-seated', index, subject, seating?.parts.text);
    if (seating && plan && seating.examOn !== plan.examOn) {
      this.say('differs-from-plan', index, subject, `seating ${seating.examOn}`);
    }
    return { ground: ids.plan, roll: complete ? roll : undefined, seated, award: undefined };
  }

  #checkPlan(head: CertificateBlockEntry, plan: Plan, at: { subject: string; index: number }): void {
    const { filing, site, examOn } = plan;
    if (filing !== head.filing || site !== head.site || plan.subject !== subjectKey(head.subject)) {
      this.say('differs-from-plan', at.index, `block ${at.index}`);
    }
    if (this.sittings.organisationOf(filing) === undefined) {
      this.say('filing-unknown', at.index, `filing ${filing}`);
      return;
    }
    const scope = this.sittings.scopeOf(filing, site);
    const within = scope && scope.from <= examOn && examOn <= scope.until && scope.subjects.has(plan.subject);
    if (!within)
      this.say('outside-scope', at.index, at.subject, `${site} ${plan.subject.replaceAll('\n', '/')} ${examOn}`);
  }
}
