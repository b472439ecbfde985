import { generateKeyPairSync, sign } from 'node:crypto';
import type * as keyHolder from '../../apps/certificate-issuance/src/signing-key/signing-key.holder.ts';
import type * as pdf from '../../libs/pdf/src/index.ts';
import type { DocumentSigner } from '../../libs/pdf/src/index.ts';
import type { CertificateFace } from '../../apps/certificate-issuance/src/certificate/certificate-face.ts';

const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const AGENCY = '哈尔滨北方焊接装备有限公司';
const FAMILY = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '建国志强秀英丽娟海涛雪梅文博子轩雨桐欣怡龙江永';
/** Every character that a face of `faceOf` may hold. */
export const NAME_CHARACTERS = FAMILY + GIVEN;

/** 340 characters, as long as a signed certificate of a long occupation name; pseudo-random, as signatures are. */
function offlineText(index: number): string {
  let state = index * 2_654_435_761 + 1;
  return Array.from({ length: 340 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return BASE45[Math.floor((state / 2 ** 32) * BASE45.length)];
  }).join('');
}

export function faceOf(index: number, change: Partial<CertificateFace> = {}): CertificateFace {
  const serial = String(index + 1).padStart(6, '0');
  const given = (step: number): string => GIVEN[(index * step) % GIVEN.length] ?? '';
  return {
    number: `Y000023000001263${serial}`,
    agencyName: AGENCY,
    issuedOn: '2026-12-01',
    holderName: `${FAMILY[index % FAMILY.length]}${given(7)}${given(11)}`,
    documentType: '居民身份证',
    documentNumber: `230102199003${serial}`,
    occupationName: '焊工',
    specialty: '电焊工',
    level: '三级/高级工',
    publicUrl: 'https://zheng.example.cn',
    verifyUrl: `https://zheng.example.cn/v/${Buffer.from(`token-${serial}-0001`).toString('base64url').slice(0, 22)}`,
    offlineText: offlineText(index),
    ...change,
  };
}

/** A body's key, and the certificates around it, as the registry makes them. */
export function newSigner(
  { bodyCertificate, caCertificate }: typeof pdf,
  { rawSignature }: typeof keyHolder,
): DocumentSigner {
  const made = new Date('2026-01-01T00:00:00Z');
  const newKey = () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    return {
      publicJwk: { kty: 'EC', crv: 'P-256', x, y } as const,
      kid: x,
      signNow: (bytes: Uint8Array) => rawSignature(sign('sha256', bytes, privateKey)),
      sign: (bytes: Uint8Array) => Promise.resolve(sign('sha256', bytes, privateKey)),
    };
  };
  const registry = newKey();
  const body = newKey();
  const root = caCertificate(registry.publicJwk, registry.kid, registry.signNow, made);
  const authority = { certificateDer: root, signNow: registry.signNow };
  return {
    certificateDer: bodyCertificate({ ...body, filedName: AGENCY }, authority, made),
    chainDer: [root],
    sign: body.sign,
  };
}
