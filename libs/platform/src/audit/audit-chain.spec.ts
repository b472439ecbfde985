import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GENESIS_SHA256, linkSha256, verifyAuditChain, type AuditLink } from './audit-chain.js';

function chainOf(contents: readonly string[]): AuditLink[] {
  const links: AuditLink[] = [];
  for (const [index, content] of contents.entries()) {
    const row = { position: index + 1, id: `id-${index + 1}`, content };
    links.push({ ...row, sha256: linkSha256(links.at(-1)?.sha256 ?? GENESIS_SHA256, row) });
  }
  return links;
}
const chain = chainOf(['{"a":1}', '{"b":"焊工"}', '{"c":3}', '{"d":4}', '{"e":5}']);
const head = { position: 5, sha256: chain[4]?.sha256 ?? '' };
const without = (position: number): AuditLink[] => chain.filter((link) => link.position !== position);

describe('the audit chain', () => {
  it('an-untouched-chain-is-good, an empty one too', async () => {
    expect(await verifyAuditChain(chain, [head])).toEqual({ ok: true, rows: 5, head });
    expect(await verifyAuditChain([])).toEqual({ ok: true, rows: 0, head: { position: 0, sha256: GENESIS_SHA256 } });
  });

  it('one-altered-row-is-named', async () => {
    const altered = chain.map((link) => (link.position === 3 ? { ...link, content: '{"c":4}' } : link));
    expect(await verifyAuditChain(altered)).toEqual({ ok: false, fault: 'altered', position: 3, id: 'id-3', rows: 2 });
  });

  it('one-deleted-row-is-named, the last one by a head that was noted', async () => {
    expect(await verifyAuditChain(without(2))).toEqual({ ok: false, fault: 'missing', position: 2, rows: 1 });
    expect(await verifyAuditChain(without(5))).toMatchObject({ ok: true, rows: 4 });
    expect(await verifyAuditChain(without(5), [head])).toEqual({ ok: false, fault: 'cut-off', position: 5, rows: 4 });
  });

  it('two-rows-in-each-other’s-place are named, whatever was swapped', async () => {
    const [a, b, c, d, e] = chain as [AuditLink, AuditLink, AuditLink, AuditLink, AuditLink];
    expect(await verifyAuditChain([a, c, b, d, e])).toMatchObject({ ok: false, position: 2 });
    const positions = [a, { ...c, position: 2 }, { ...b, position: 3 }, d, e];
    expect(await verifyAuditChain(positions)).toEqual({
      ok: false,
      fault: 'altered',
      position: 2,
      id: 'id-3',
      rows: 1,
    });
    const contents = [a, { ...b, content: c.content }, { ...c, content: b.content }, d, e];
    expect(await verifyAuditChain(contents)).toEqual({ ok: false, fault: 'altered', position: 2, id: 'id-2', rows: 1 });
  });

  it('a-chain-written-anew contradicts a head that was noted', async () => {
    const anew = chainOf(['{"a":1}', '{"b":2}', '{"c":3}', '{"d":4}', '{"e":5}']);
    expect(await verifyAuditChain(anew)).toMatchObject({ ok: true });
    expect(await verifyAuditChain(anew, [head])).toMatchObject({ ok: false, fault: 'head-differs', position: 5 });
  });

  it('any change of any row is found at that row', async () => {
    const rows = fc.array(fc.string(), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), fc.string({ minLength: 1 }), async (contents, place, added) => {
        const links = chainOf(contents);
        const at = place % links.length;
        const touched = links.map((link, index) => (index === at ? { ...link, content: link.content + added } : link));
        expect(await verifyAuditChain(touched)).toMatchObject({ ok: false, fault: 'altered', position: at + 1 });
      }),
    );
  });
});
