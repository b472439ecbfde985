/** A roll as far as its candidates need it: complete once all parts are there. */
export interface Roll {
  plan: string;
  examOn: string;
  parts: Parts;
  /** What a candidate of this roll alone refers to: one array for all of them. */
  readonly alone: readonly Roll[];
}

/** Which parts of something have come. */
export class Parts {
  readonly #come = new Set<number>();

  constructor(readonly total: number) {}

  /** @returns false for one that came before or cannot be */
  take(part: number, total: number): boolean {
    if (total !== this.total || part > total || this.#come.has(part)) return false;
    this.#come.add(part);
    return true;
  }

  get isComplete(): boolean {
    return this.#come.size === this.total;
  }

  get text(): string {
    return `${this.#come.size}/${this.total}`;
  }
}

/** A candidate of one plan or award: the whole of what the auditor keeps of a person. */
export interface Candidacy {
  /** Id of the plan or award. */
  ground: string;
  seatedOn: string | undefined;
  rolls: readonly Roll[];
  /** The certificate in force or the last one. */
  certificate: string | undefined;
  /** Of the same candidate, for another plan. */
  next: Candidacy | undefined;
}

/** All candidates by their handle. */
export class Candidates {
  readonly #first = new Map<string, Candidacy>();

  find(candidate: string, ground: string): Candidacy | undefined {
    for (const each of this.of(candidate)) if (each.ground === ground) return each;
    return undefined;
  }

  /** Makes it when there is none: a ghost has one as well, so that its second certificate is noticed. */
  at(candidate: string, ground: string): Candidacy {
    const known = this.find(candidate, ground);
    if (known) return known;
    const next = this.#first.get(candidate);
    const made: Candidacy = { ground, seatedOn: undefined, rolls: [], certificate: undefined, next };
    this.#first.set(candidate, made);
    return made;
  }

  *of(candidate: string): Generator<Candidacy> {
    for (let each = this.#first.get(candidate); each; each = each.next) yield each;
  }
}
