export class SeatingView {
  planId!: string;
  /** 32 hex digits: the order of seats can be repeated from it. */
  seed!: string;
  /** Candidates who got a seat and an admission number. */
  seated!: number;
}
