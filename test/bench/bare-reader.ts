import { jetstream } from '@nats-io/jetstream';
import { openBare } from './bare-jetstream.ts';

const [url = '', stream = '', count = '0'] = process.argv.slice(2);
const connection = await openBare(url);
const consumer = await jetstream(connection).consumers.get(stream, 'reader');
const messages = await consumer.consume({ max_messages: 512 });
let left = Number(count);
for await (const message of messages) {
  message.ack();
  left -= 1;
  if (left === 0) break;
}
process.send?.('done');
