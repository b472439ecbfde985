import { expect, it } from '@jest/globals';
import { eventually, startTestService } from '@app/testing';
import { holdersOf } from '../../test/messy-list.js';
import { issueAll } from '../../test/register.js';
import { service } from '../service-definition.js';

it('what the log tells is counted, small cells are hidden, and an open day moves in fives', async () => {
  const verification = await startTestService(service);
  const cells = async (): Promise<string[]> => {
    const { body } = await verification.request('GET', '/statistics');
    return body.levels.map((cell: { level: string; count: unknown }) => `${cell.level}: ${String(cell.count)}`);
  };
  const holders = holdersOf(12);
  await issueAll(verification, holders.slice(0, 4));
  expect(await cells()).toEqual(['5: <5', '4: <5', '3: <5', '2: <5', '1: <5']);
  await issueAll(verification, holders.slice(4, 7));
  await eventually(async () => (await cells())[2] === '3: 5', 'seven, told as five');
  await issueAll(verification, holders.slice(7));
  await eventually(async () => (await cells())[2] === '3: 10', 'twelve, told as ten');
  await verification.stop();
});
