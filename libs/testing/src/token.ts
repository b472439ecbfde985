import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

interface Module {
  load(path: string): void;
  C_Finalize(): void;
}

/**
 * Makes a token in SoftHSM, in the folder that the global set-up named: the library reads the environment of the
 * process, not Jest's copy. Jest runs many specs in one process, and a module that was begun by one of them knows no
 * token that came later: it is ended here, and begun anew by whoever uses it next.
 */
export function makeTestToken(module: string, label: string, pin: string): void {
  const args = ['--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', '90909090'];
  execFileSync('softhsm2-util', args, { stdio: 'ignore' });
  const { PKCS11 } = createRequire(import.meta.url)('pkcs11js') as { PKCS11: new () => Module };
  const begun = new PKCS11();
  begun.load(module);
  try {
    begun.C_Finalize();
  } catch {
    // Nobody had begun it.
  }
}
