import { international } from './suite-international.js';
import { national } from './suite-national.js';
import type { Suite, SuiteName } from './suite.js';

export const SUITES: Record<SuiteName, Suite> = { international, national };
