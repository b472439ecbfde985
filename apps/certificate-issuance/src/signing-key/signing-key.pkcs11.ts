import { hash, randomBytes } from 'node:crypto';
import { namingFaults, openPkcs11Session, type Pkcs11Session, type Pkcs11Token } from '@app/platform';
import type { KeyHolder, OpenKey } from './signing-key.holder.js';

const LABEL = 'jiangzheng-signing';
const ID_BYTES = 16;
const COORDINATE_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** Object identifier of P-256 in DER. */
const P256 = Buffer.from('06082a8648ce3d030107', 'hex');
/** An EC point comes as OCTET STRING of 65 bytes, the first of which says "not compressed". */
const POINT_HEAD = Buffer.from('044104', 'hex');

/**
 * The key is made in the token and cannot leave it. One session stays open; when the token lost it (the module was
 * restarted, the network to it broke) it is opened anew once, and keys are looked up anew in it.
 */
export function pkcs11Holder(token: Pkcs11Token): KeyHolder {
  let session: Pkcs11Session | undefined;
  let handles = new Map<string, Buffer>();

  const inSession = <T>(work: (session: Pkcs11Session) => T): T => {
    const kept = session;
    if (kept) {
      try {
        return work(kept);
      } catch {
        session = undefined;
        handles = new Map();
        closeQuietly(kept);
      }
    }
    const opened = openPkcs11Session(token);
    session = opened;
    return namingFaults(token, () => work(opened));
  };
  const handleOf = (opened: Pkcs11Session, tokenKey: string): Buffer => {
    const known = handles.get(tokenKey);
    if (known) return known;
    const found = find(opened, opened.library.CKO_PRIVATE_KEY, tokenKey);
    if (!found) throw new Error(`the token has no signing key ${tokenKey}`);
    handles.set(tokenKey, found);
    return found;
  };
  const openKey = (tokenKey: string): OpenKey => {
    const signNow = (bytes: Uint8Array): Uint8Array => {
      const digest = hash('sha256', bytes, 'buffer');
      return inSession((opened) => {
        const { cryptoki, handle, library } = opened;
        cryptoki.C_SignInit(handle, { mechanism: library.CKM_ECDSA }, handleOf(opened, tokenKey));
        return cryptoki.C_Sign(handle, digest, Buffer.alloc(SIGNATURE_BYTES));
      });
    };
    // One session, one signature after the other: the module has nothing to do beside the event loop.
    return { signNow, sign: (bytes) => Promise.resolve(signNow(bytes)) };
  };
  return {
    name: 'pkcs11',
    make: () => inSession(makeIn),
    open: ({ tokenKey }) => openKey(tokenKey ?? ''),
    discard: ({ tokenKey }) =>
      inSession((opened) => {
        for (const kind of [opened.library.CKO_PRIVATE_KEY, opened.library.CKO_PUBLIC_KEY]) {
          const object = find(opened, kind, tokenKey ?? '');
          if (object) opened.cryptoki.C_DestroyObject(opened.handle, object);
        }
      }),
  };
}

function closeQuietly({ cryptoki, handle }: Pkcs11Session): void {
  try {
    cryptoki.C_CloseSession(handle);
  } catch {
    // It is gone already.
  }
}

function find({ cryptoki, handle, library }: Pkcs11Session, kind: number, tokenKey: string): Buffer | undefined {
  cryptoki.C_FindObjectsInit(handle, [
    { type: library.CKA_CLASS, value: kind },
    { type: library.CKA_ID, value: Buffer.from(tokenKey, 'hex') },
  ]);
  const [object] = cryptoki.C_FindObjects(handle, 1);
  cryptoki.C_FindObjectsFinal(handle);
  return object;
}

function makeIn({ cryptoki, handle, library }: Pkcs11Session): ReturnType<KeyHolder['make']> {
  const id = randomBytes(ID_BYTES);
  const shared = [
    { type: library.CKA_KEY_TYPE, value: library.CKK_EC },
    { type: library.CKA_TOKEN, value: true },
    { type: library.CKA_LABEL, value: LABEL },
    { type: library.CKA_ID, value: id },
  ];
  const pair = cryptoki.C_GenerateKeyPair(
    handle,
    { mechanism: library.CKM_EC_KEY_PAIR_GEN },
    [
      { type: library.CKA_CLASS, value: library.CKO_PUBLIC_KEY },
      ...shared,
      { type: library.CKA_EC_PARAMS, value: P256 },
      { type: library.CKA_VERIFY, value: true },
    ],
    [
      { type: library.CKA_CLASS, value: library.CKO_PRIVATE_KEY },
      ...shared,
      { type: library.CKA_PRIVATE, value: true },
      { type: library.CKA_SENSITIVE, value: true },
      { type: library.CKA_EXTRACTABLE, value: false },
      { type: library.CKA_SIGN, value: true },
    ],
  );
  const [attribute] = cryptoki.C_GetAttributeValue(handle, pair.publicKey, [{ type: library.CKA_EC_POINT }]);
  const point = attribute?.value ?? Buffer.alloc(0);
  if (!point.subarray(0, POINT_HEAD.length).equals(POINT_HEAD)) throw new Error('the token gives no point of P-256');
  const at = POINT_HEAD.length;
  return {
    publicJwk: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(at, at + COORDINATE_BYTES).toString('base64url'),
      y: point.subarray(at + COORDINATE_BYTES, at + 2 * COORDINATE_BYTES).toString('base64url'),
    },
    privateSealed: null,
    tokenKey: id.toString('hex'),
  };
}
