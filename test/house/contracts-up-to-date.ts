import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The generated contracts in the repository are those that `proto/` gives now. */
const root = path.resolve(import.meta.dirname, '../..');
const GENERATED = 'libs/contracts/src/gen';

function read(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), readFileSync(file, 'utf8')];
    }),
  );
}

const scratch = mkdtempSync(path.join(tmpdir(), 'jz-contracts-'));
try {
  // The template writes to ../libs/contracts: from a folder two levels deep that lands in the scratch folder.
  const base = path.join(scratch, 'proto');
  execFileSync('buf', ['generate', '-o', base], { cwd: path.join(root, 'proto'), stdio: 'inherit' });
  const now = read(path.join(scratch, GENERATED));
  const kept = read(path.join(root, GENERATED));
  const stale = [...new Set([...now.keys(), ...kept.keys()])].filter((name) => now.get(name) !== kept.get(name));
  if (stale.length > 0) {
    console.error(
      `生成的契约已过期，请运行 npm run generate。 Generated contracts are out of date; run npm run generate:`,
    );
    for (const name of stale) console.error(`  ${GENERATED}/${name}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
