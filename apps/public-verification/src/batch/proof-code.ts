/** Crockford's: nothing in it is taken for something else when it is read from paper. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;
const GROUP = 5;

/** 26 signs of 128 bits, which nobody guesses. */
export function newProofCode(bytes: Uint8Array): string {
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let code = '';
  for (let left = bytes.length * 8; left > 0; left -= BITS) {
    code = SIGNS.charAt(Number(value & 31n)) + code;
    value >>= BigInt(BITS);
  }
  return code;
}

/** As people type it: lower case, blanks, dashes, O for 0 and I or L for 1. */
export const readProofCode = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** `ABCDE-FGHJK-…`, as it is printed. */
export const printedProofCode = (code: string): string =>
  code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? code;
