import { migrate } from './database.js';
import type { ServiceDefinition } from './service-definition.js';

/** The body of each service's `migrate.js`: reads `DATABASE_ADMIN_URL` and `DB_SCHEMA`. */
export async function migrateCommand(definition: ServiceDefinition): Promise<void> {
  const adminUrl = process.env['DATABASE_ADMIN_URL'];
  if (!adminUrl) {
    process.stderr.write('DATABASE_ADMIN_URL is not set 未设置 DATABASE_ADMIN_URL\n');
    process.exitCode = 1;
    return;
  }
  const applied = await migrate(definition, adminUrl, process.env['DB_SCHEMA']);
  process.stdout.write(`${definition.name}: ${applied.length > 0 ? applied.join(', ') : 'up to date'}\n`);
}
