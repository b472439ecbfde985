/** The one list of answers, as the service and the offline page have it. Its file alone: the rest needs a server's libraries. */
export {
  MISS_REASONS,
  VERDICTS,
  type MissReason,
  type Verdict,
  type Wording,
} from '../../../../libs/credential/src/verdict.ts';
