import { resolve } from 'node:path';
import { codeOf, startOfStep, stepAt } from './demo-totp.ts';
import { loadSecrets } from './secrets.ts';
import { readMode, ROOT } from './settings.ts';

const MS_PER_S = 1000;

process.exitCode = main();

/** `npm run demo:code`: what the authenticator app of the demo accounts shows now. */
function main(): number {
  if (readMode(process.env) !== 'demo') {
    console.error('只有演示模式才有演示验证码。 There is a demo code in demo mode only.');
    return 1;
  }
  const { demoTotpSecret } = loadSecrets(resolve(ROOT, process.env['JZ_DATA_DIR'] || '.data'));
  const step = stepAt(Date.now());
  const left = Math.ceil((startOfStep(step + 1) - Date.now()) / MS_PER_S);
  console.log(`${codeOf(demoTotpSecret, step)}  （${left} 秒后更换；每个账号每个验证码只能用一次）`);
  console.log(`        (changes in ${left} s; each account takes a code once)`);
  return 0;
}
