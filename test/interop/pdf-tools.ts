import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';

const JARS = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api'].map(
  (name) => `/usr/share/java/${name}.jar`,
);

/** What Debian's packages bring: poppler-utils, qpdf, default-jre-headless and the three of Preflight. */
export const TOOLS = {
  pdfsig: { package: 'poppler-utils', isThere: () => has('pdfsig', '-v') },
  pdftoppm: { package: 'poppler-utils', isThere: () => has('pdftoppm', '-v') },
  qpdf: { package: 'qpdf', isThere: () => has('qpdf', '--version') },
  preflight: {
    package: 'default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java',
    isThere: () => has('java', '-version') && JARS.every((jar) => existsSync(jar)),
  },
  rareFont: {
    package: 'fonts-hanazono',
    isThere: () => existsSync('/usr/share/fonts/truetype/hanazono/HanaMinB.ttf'),
  },
} as const;

function has(command: string, argument: string): boolean {
  return spawnSync(command, [argument]).error === undefined;
}

/** A test that needs tools: where one is missing it is skipped, and says so where nobody can overlook it. */
export function testWith(tools: readonly (keyof typeof TOOLS)[], name: string, work: () => Promise<void>): void {
  const missing = tools.filter((tool) => !TOOLS[tool].isThere());
  const packages = missing.map((tool) => TOOLS[tool].package).join(' ');
  if (missing.length > 0) {
    console.error(`!! SKIPPED: ${name}\n!! missing ${missing.join(', ')}: apt-get install ${packages}`);
  }
  void test(name, { skip: missing.length > 0 && `missing ${missing.join(', ')}` }, work);
}

/** Everything a command says. @throws Error when it does not end with 0 */
export function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Of PDF/A-1b, by PDFBox Preflight; none when the file is valid. */
export function preflightErrors(file: string): string[] {
  const validator = 'org.apache.pdfbox.preflight.Validator_A1b';
  const { stdout, stderr } = spawnSync('java', ['-cp', JARS.join(':'), validator, file], { encoding: 'utf8' });
  if (/is a valid PDF\/A-1b file/.test(stdout)) return [];
  const errors = `${stdout}${stderr}`.split('\n').filter((line) => line.trim() !== '');
  return errors.length > 0 ? errors : ['Preflight said nothing'];
}
