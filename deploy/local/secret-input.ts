import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

const NOWHERE = new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * One line from standard input: what must not stand in a command, where every user of the machine reads it. At a terminal
 * it is asked for and not shown.
 */
export async function readSecretLine(question: string): Promise<string> {
  const { stdin, stderr } = process;
  const isTerminal = stdin.isTTY;
  if (isTerminal) stderr.write(question);
  const lines = createInterface({ input: stdin, output: NOWHERE, terminal: isTerminal });
  try {
    return await new Promise<string>((resolve) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(''));
    });
  } finally {
    lines.close();
    if (isTerminal) stderr.write('\n');
  }
}
