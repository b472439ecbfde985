import type { IdentityConfig } from '../identity-config.js';
import { readMachineClients, type MachineClient } from './machine-client.js';

const DEMO_CLIENT = {
  id: 'employer-api',
  name: '用人单位核验接口（演示）',
  organisation: 'org-employer-qian',
  roles: ['employer'],
};

/** All machine clients that this start's environment asks for. */
export function seededClients(config: IdentityConfig): MachineClient[] {
  const clients = config.MACHINE_CLIENTS === undefined ? [] : readMachineClients(config.MACHINE_CLIENTS);
  const { JZ_MODE: mode, DEMO_MACHINE_SECRET: secret } = config;
  if (mode !== 'demo' || secret === undefined) return clients;
  return [...clients.filter((client) => client.id !== DEMO_CLIENT.id), { ...DEMO_CLIENT, secret }];
}
