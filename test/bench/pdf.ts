import 'reflect-metadata';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildServices } from '../../deploy/local/build.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { loadCertificatePdf } from './built.ts';
import { barePage, preSubset } from './pdf-bare.ts';
import { faceOf, NAME_CHARACTERS, newSigner } from './pdf-subject.ts';

const RUNS = 5;
const PAGES = 400;
/** The two sides take turns this often, so that a busy moment of the machine meets both. */
const TURN = 50;

/**
 * `npm run bench:pdf`: signed PDF/A certificates on one thread (page, own fonts, two codes, seal, ES256); beside it, in
 * the same run, the same page (texts, codes, shared pre-subset fonts) by bare pdfkit, without PDF/A, seal and signature.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'jz-bench-'));
const log = (text: string): void => void process.stderr.write(`${text}\n`);
try {
  await buildServices({ root: ROOT, dataDir: folder, env: process.env, signal: undefined }, ['certificate-issuance']);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const { pdf, renderer, page, texts, holder } = await loadCertificatePdf();
const subject = new renderer.CertificateRenderer();
const signer = newSigner(pdf, holder);
const fonts = await subject.fonts();
const bareFonts = {
  regular: preSubset(
    pdf,
    fonts.regular.outlines.bytes,
    (code) => fonts.regular.glyphOf(code),
    [...texts.FIXED_TEXTS.regular, NAME_CHARACTERS, JSON.stringify(faceOf(0))].join(''),
  ),
  bold: preSubset(pdf, fonts.bold.outlines.bytes, (code) => fonts.bold.glyphOf(code), texts.FIXED_TEXTS.bold.join('')),
};

const at = new Date('2026-12-01T02:00:00Z');
const measuring = new pdf.PdfaDocument(fonts, { title: '', day: '2026-12-01' });
const widthOf: typeof measuring.widthOf = (text, style) => measuring.widthOf(text, style);
const signed = (index: number): Promise<Buffer> => subject.render(faceOf(index), { signer, at });
const bare = (index: number): Promise<Buffer> => barePage(page, bareFonts, widthOf, faceOf(index));
assert.match((await signed(0)).toString('latin1'), /ETSI\.CAdES\.detached/);
assert.doesNotMatch((await bare(0)).toString('latin1'), /pdfaid|ByteRange/);

interface Side {
  make: (index: number) => Promise<Buffer>;
  tookMs: number[];
  cpuMs: number;
}
const sideOf = (make: Side['make']): Side => ({ make, tookMs: [], cpuMs: 0 });

async function turn({ make, tookMs, ...side }: Side, from: number): Promise<number> {
  const before = process.cpuUsage();
  for (let index = from; index < from + TURN; index += 1) {
    const began = performance.now();
    await make(index);
    tookMs.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  return side.cpuMs + (user + system) / 1000;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? 0;
const percentile = (values: readonly number[], part: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
const perSecond = ({ tookMs }: Side): number => (tookMs.length * 1000) / sum(tookMs);
const perCpuSecond = ({ tookMs, cpuMs }: Side): number => (tookMs.length * 1000) / cpuMs;

const runs: { ours: Side; limit: Side }[] = [];
// The first run warms the compiler and the caches, and does not count.
for (let run = 0; run <= RUNS; run += 1) {
  const [ours, limit] = [sideOf(signed), sideOf(bare)];
  for (let from = 0; from < PAGES; from += TURN) {
    ours.cpuMs = await turn(ours, from);
    limit.cpuMs = await turn(limit, from);
  }
  if (run === 0) continue;
  runs.push({ ours, limit });
  log(`run ${run}: ${Math.round(perSecond(ours))} signed PDFs/s, bare pdfkit ${Math.round(perSecond(limit))} pages/s`);
}
const rates = runs.map(({ ours }) => perSecond(ours));
const latencies = runs.flatMap(({ ours }) => ours.tookMs);
const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
console.log(
  JSON.stringify({
    bench: 'pdf',
    n: RUNS * PAGES,
    rate: Math.round(median(rates)),
    limit: Math.round(median(runs.map(({ limit }) => perSecond(limit)))),
    ratio: round(median(runs.map(({ ours, limit }) => perSecond(ours) / perSecond(limit))), 3),
    unit: 'signed PDFs/s',
    // Of one core, whoever else had the machine meanwhile; threads of the collector and the compiler included.
    rate_per_cpu_s: Math.round(median(runs.map(({ ours }) => perCpuSecond(ours)))),
    p50_ms: round(percentile(latencies, 0.5), 2),
    p99_ms: round(percentile(latencies, 0.99), 2),
    spread: [Math.round(Math.min(...rates)), Math.round(Math.max(...rates))],
  }),
);
