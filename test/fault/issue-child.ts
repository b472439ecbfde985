import { setTimeout as sleep } from 'node:timers/promises';
import { loadService } from '../../deploy/local/built.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import type { RollIssuingService } from '../../apps/certificate-issuance/src/result-roll/roll-issuing.service.ts';
import type * as platform from '../../libs/platform/src/index.ts';

/**
 * The issuing service as it runs in production, and an officer in it who issues every roll that has come, in the order of
 * the arguments. It says `ready` once it is up, and `done` when all are issued; whenever it is killed, another one goes on.
 */
const rollIds = process.argv.slice(2);
const OFFICER = {
  subject: 'officer.province',
  organisationId: '',
  roles: ['province-officer'],
  jurisdiction: '230000',
};
const PAUSE_MS = 5;

const definition = await loadService(ROOT, 'certificate-issuance');
const { startService } = (await import(`${ROOT}/dist/libs/platform/src/index.js`)) as typeof platform;
const { RollIssuingService: token } = (await import(
  `${ROOT}/dist/apps/certificate-issuance/src/result-roll/roll-issuing.service.js`
)) as { RollIssuingService: unknown };
const service = await startService(definition, process.env);
const issuing = service.app.get<RollIssuingService>(token as never);
process.send?.('ready');
for (const rollId of rollIds) {
  for (;;) {
    try {
      await issuing.issue(OFFICER as never, rollId);
      break;
    } catch (error) {
      const { code, params } = error as { code?: string; params?: { from?: string } };
      // Issued by the one that was killed.
      if (code === 'result-roll/illegal-transition' && params?.from === 'issued') break;
      const waits = ['result-roll/not-found', 'result-roll/waiting', 'result-roll/illegal-transition'];
      if (!waits.includes(code ?? '')) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
await service.stop();
process.send?.('done');
process.exit(0);
