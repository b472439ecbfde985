import { describe, expect, it } from '@jest/globals';
import { checkpointOf } from './checkpoint.ts';

const cosignature = (seconds: bigint): string => {
  const bytes = Buffer.alloc(76, 7);
  bytes.writeBigUInt64BE(seconds, 4);
  return bytes.toString('base64');
};
const OWN = Buffer.alloc(68, 1).toString('base64');

describe('a checkpoint', () => {
  it('tells its size and who confirmed it when, but not the log itself', () => {
    const text = `zs.example/log\n26\nlCLz=\n\n— zs.example/log ${OWN}\n— harbin.example ${cosignature(1_795_000_000n)}\n`;
    expect(checkpointOf(text)).toMatchObject({
      origin: 'zs.example/log',
      size: 26,
      rootHash: 'lCLz=',
      cosignatures: [{ name: 'harbin.example', at: '2026-11-18T11:06:40.000Z' }],
    });
  });

  it('takes no other line for a confirmation', () => {
    expect(checkpointOf(`a/log\n1\nx=\n\n— b ${OWN}\nb ${cosignature(1n)}\n`)?.cosignatures).toEqual([]);
  });

  it.each(['', '<!doctype html>', 'a/log\nmany\nx=\n\n'])('is none when it is %j', (text) => {
    expect(checkpointOf(text)).toBeNull();
  });
});
