import './test-servers.ts';

/** Jest's global tear-down. */
export default async function stopTestServers(): Promise<void> {
  await globalThis.stopTestServers?.();
}
