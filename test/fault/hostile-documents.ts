import { deflateSync } from 'node:zlib';

const MIB = 1024 * 1024;
const LIMIT = 5 * MIB;
const b64 = (text: string): string => Buffer.from(text).toString('base64url');

/** As many bytes of zeros, deflated twelve hundred times smaller. */
export const bomb = (bytes: number): Buffer => deflateSync(Buffer.alloc(bytes));

function pdf(...objects: (Buffer | string)[]): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects.map((each) => Buffer.from(each)), Buffer.from('%%EOF')]);
}
const streamObject = (number: number, filter: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${number} 0 obj\n<< /Filter ${filter} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const filled = (piece: string, bytes: number): Buffer => Buffer.from(piece.repeat(Math.floor(bytes / piece.length)));
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** A picture that says it has ten thousand million points. */
function hugePicture(): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(100_000, 0);
  size.writeUInt32BE(100_000, 4);
  return Buffer.concat([head, size, Buffer.from('0806000000', 'hex'), Buffer.alloc(1024)]);
}

/** Four contents of a page, each as large as one may be, that draw rectangles and no code. */
function drawings(): Buffer {
  const runs = Array.from({ length: 60_000 }, (_, at) => `${at % 177} ${Math.floor(at / 177)} 1 1 re`).join('\n');
  const content = deflateSync(`q 1 0 0 1 0 0 cm ${runs.slice(0, 250_000)} f Q`);
  return pdf(...[1, 2, 3].map((at) => streamObject(at, '/FlateDecode', content)));
}

const header = b64('{"alg":"ES256","typ":"vc+jwt"}');
const signedFile = (hex: string): Buffer => {
  const [head, tail] = ['%PDF-1.4\n/ByteRange [0 64          XXXXXXXXXX YYYYYYYYYY]'.padEnd(64), '%%EOF'];
  const second = 64 + hex.length + 2;
  const filledHead = head
    .replace('XXXXXXXXXX', String(second).padEnd(10))
    .replace('YYYYYYYYYY', String(tail.length).padEnd(10));
  return Buffer.from(`${filledHead}<${hex}>${tail}`);
};

/** What somebody may send to hurt, and as what it is refused, or the verdict; a regular expression. */
export const HOSTILE: Readonly<Record<string, { bytes: Buffer; code: string }>> = {
  'a stream that inflates to 300 MB': {
    bytes: pdf(streamObject(1, '/FlateDecode', bomb(300 * MIB).subarray(0, 250_000))),
    code: 'document/no-code',
  },
  'forty streams that inflate to 200 MB each': {
    bytes: pdf(...Array.from({ length: 40 }, (_, at) => streamObject(at + 1, '/FlateDecode', bomb(100 * MIB)))),
    code: 'document/too-large',
  },
  'a bomb within a bomb': {
    bytes: pdf(streamObject(1, '[/FlateDecode /FlateDecode]', deflateSync(bomb(500 * MIB)))),
    code: 'document/no-code',
  },
  'as many objects as 5 MB hold': { bytes: pdf(filled('1 0 obj\nendobj\n', LIMIT - 100)), code: 'document/no-code' },
  'a million objects': { bytes: pdf(filled('1 0 obj\nendobj\n', 15_000_000)), code: '(request|document)/too-large' },
  'as many streams as 5 MB hold': {
    bytes: pdf(filled('1 0 obj stream\n\nendstream\n', LIMIT - 100)),
    code: 'document/too-large',
  },
  'streams that never end': { bytes: pdf(filled('1 0 obj stream \n', LIMIT - 100)), code: 'document/no-code' },
  'a table that refers to itself': {
    bytes: pdf('xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n'),
    code: 'document/no-code',
  },
  'a tree of a thousand million pages that is its own child': {
    bytes: pdf(
      '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n',
      `2 0 obj << /Type /Pages /Count 1000000000 /Parent 2 0 R /Kids [${'2 0 R '.repeat(100_000)}] >> endobj\n`,
    ),
    code: 'document/no-code',
  },
  'a page of nothing but rectangles': { bytes: drawings(), code: 'document/no-code' },
  'signatures without number': {
    bytes: pdf(filled('/ByteRange [0 1 2 3] ', LIMIT - 100)),
    code: 'document/no-code',
  },
  'a signature of nothing but brackets': { bytes: signedFile('30820f00'.repeat(7_000)), code: 'document/no-code' },
  'a picture of ten thousand million points': { bytes: hugePicture(), code: 'document/picture' },
  'the text of a code of 1 MB': { bytes: Buffer.from(`JZ1:${'0'.repeat(MIB)}`), code: 'document/too-large' },
  'an address of 60 kB': {
    bytes: Buffer.from(`https://zheng.example.cn/v/${'a'.repeat(60_000)}`),
    code: 'document/unreadable',
  },
  'JSON 10,000 deep': { bytes: Buffer.from(nested(10_000)), code: 'document/unreadable' },
  'a credential 10,000 deep': {
    bytes: Buffer.from(`${header}.${b64(nested(10_000))}.AAAA`),
    code: 'document/unreadable',
  },
  'a credential with a thousand disclosures': {
    bytes: Buffer.from(`${header}.${b64('{}')}.AAAA${'~WyJhIiwiYiIsMV0'.repeat(1_000)}~`),
    code: 'COULD_NOT_CHECK',
  },
};
