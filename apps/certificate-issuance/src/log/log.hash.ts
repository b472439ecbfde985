import { hash } from 'node:crypto';

/** One call of OpenSSL: twice as fast as making a Hash object for a node of the tree. */
export const sha256 = (data: Uint8Array): Uint8Array => hash('sha256', data, 'buffer');
