import type * as messaging from '../../libs/messaging/src/index.ts';
import type * as contracts from '../../libs/contracts/src/index.ts';

/** Benches measure what runs in production: the built code. */
const dist = (library: string): string => new URL(`../../dist/libs/${library}/src/index.js`, import.meta.url).href;

export const loadMessaging = (): Promise<typeof messaging> => import(dist('messaging')) as Promise<typeof messaging>;
export const loadContracts = (): Promise<typeof contracts> => import(dist('contracts')) as Promise<typeof contracts>;
