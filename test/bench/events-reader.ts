import { loadContracts, loadMessaging } from './built.ts';
import { openSchema } from './events-publisher.ts';

export interface ReaderReport {
  kind: 'handled';
  p50Ms: number;
  p99Ms: number;
}

const [databaseUrl = '', natsUrl = '', run = '0', subject = ''] = process.argv.slice(2);
const { connectBroker, Inbox, JetStreamStrategy } = await loadMessaging();
const { PaperSealedSchema } = await loadContracts();
const dataSource = await openSchema(databaseUrl, `reader_${run}`);
await dataSource.query('CREATE TABLE effect (id uuid PRIMARY KEY, sha256 text NOT NULL)');
const broker = await connectBroker(natsUrl, 'bench-reader', `bench-${run}`);
const inbox = new Inbox(dataSource);

let lags: number[] = [];
let expected = Number.POSITIVE_INFINITY;
const report = (): void => {
  if (lags.length < expected) return;
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  process.send?.({ kind: 'handled', p50Ms: at(0.5), p99Ms: at(0.99) } satisfies ReaderReport);
  expected = Number.POSITIVE_INFINITY;
};

const strategy = new JetStreamStrategy('reader', dataSource, () => Promise.resolve(broker), {
  handled: (_subject, outcome, lagMs) => {
    if (outcome === 'ok') lags.push(lagMs);
    report();
  },
});
strategy.addHandler(
  subject,
  async (envelope: Parameters<typeof inbox.skip>[0]) => {
    await inbox.once(envelope, PaperSealedSchema, async (tx, data) => {
      await tx.query('INSERT INTO effect (id, sha256) VALUES ($1, $2)', [data.paperId, data.contentSha256]);
    });
  },
  true,
);
process.on('message', (message: 'reset' | { expect: number }) => {
  if (message === 'reset') lags = [];
  else expected = message.expect;
  report();
});
strategy.listen(() => process.send?.({ kind: 'ready' }));
