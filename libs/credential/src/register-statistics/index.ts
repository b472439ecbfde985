export { FACT_KINDS, RegisterFacts, type FactCount, type FactKind } from './register-facts.js';
export {
  COUNT_MIN,
  countsDigest,
  countsText,
  publishCounts,
  type Carried,
  type DayCounts,
  type PublishedCount,
} from './published-counts.js';
export { Recount, type CountDifference, type RecountedDay, type StatedDay } from './recount.js';
