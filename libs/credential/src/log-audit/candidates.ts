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

/** One for all: most candidates are seated before they are reported. */
const NO_ROLLS: readonly Roll[] = [];

/** All candidates by their handle. */
export class Candidates {
  readonly #first = new Map<string, Candidacy>();

  /** Makes it when there is none: a ghost has one as well, so that its second certificate is noticed. */
  at(candidate: string, ground: string): Candidacy {
    const first = this.#first.get(candidate);
    for (let each = first; each; each = each.next) if (each.ground === ground) return each;
    const made: Candidacy = { ground, seatedOn: undefined, rolls: NO_ROLLS, certificate: undefined, next: first };
    this.#first.set(candidate, made);
    return made;
  }

  /** The latest candidacy of a candidate; the others follow by `next`. */
  first(candidate: string): Candidacy | undefined {
    return this.#first.get(candidate);
  }
}
