import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tab } from './tab.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const IS_THERE = 'typeof axe === "object"';
const SERIOUS = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => ['serious', 'critical'].includes(impact))
  .map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`;

/** What keeps people out of a page, by axe's judgement: the rule and where. */
export async function seriousBarriers(tab: Tab): Promise<string[]> {
  if (!(await tab.evaluate<boolean>(IS_THERE))) await tab.evaluate(`${AXE}; undefined`);
  return tab.evaluate<string[]>(SERIOUS);
}
