import type { components, paths } from './generated/certificate-issuance.ts';
import { call } from './http.ts';
import { readerOf } from './typed.ts';

const read = readerOf<paths>('certificate-issuance');
const CHECKPOINT = '/log/checkpoint';

/** How far the published log is, since when, and who cosigned it, in the service's own words. */
export type LogStatus = components['schemas']['LogStatusView'];

export const logStatus = (signal: AbortSignal): Promise<LogStatus> => read('/log-status', { signal });

/** The signed note as it is published. */
export const checkpointText = async (signal: AbortSignal): Promise<string> =>
  (await call(CHECKPOINT, { accept: 'text/plain', signal })).text();
