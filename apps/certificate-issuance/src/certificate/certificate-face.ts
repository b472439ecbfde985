import { levelName, type Certificate } from './certificate.js';
import type { Holder } from './holder.js';

/** 证书信息查询网址 and 机构信息查询网址, as 人社鉴发〔2021〕1号 has them printed [S-STYLE1]. */
export const CERTIFICATE_QUERY_URL = 'http://jndj.osta.org.cn';
export const AGENCY_QUERY_URL = 'http://pjjg.osta.org.cn';
/** An occupation without 工种 prints this, never a blank (domain.md §12 item 13). */
export const NO_SPECIALTY = '--';

/** A checked picture, as a page takes it over: no decoding is left to do, and nothing but the picture is in it. */
export interface CertificatePhoto {
  format: 'jpeg' | 'png';
  /** Pixels. */
  width: number;
  height: number;
  /** Samples of a pixel: 1 grey, 3 colour. */
  channels: 1 | 3;
  /** A JPEG file, or the deflated rows of a PNG with their filter bytes; 8 bits a sample. */
  data: Uint8Array;
}

/** What one certificate page says and shows. */
export interface CertificateFace {
  number: string;
  agencyName: string;
  /** `YYYY-MM-DD`, China. */
  issuedOn: string;
  holderName: string;
  documentType: string;
  documentNumber: string;
  occupationName: string;
  specialty: string;
  /** `三级/高级工` */
  level: string;
  /** Where anyone checks it; printed. */
  publicUrl: string;
  /** Only in the QR code: it holds the token. */
  verifyUrl: string;
  /** Base45: the signed certificate that verifies without any network. Without it there is one code only. */
  offlineText?: string;
  /** A line in small print, such as that the certificate replaces another or is a copy. */
  note?: string;
  photo?: CertificatePhoto;
}

export function faceOf(certificate: Certificate, holder: Holder, publicUrl: string, token: string): CertificateFace {
  const base = publicUrl.replace(/\/+$/, '');
  return {
    number: certificate.number,
    agencyName: certificate.agencyName,
    issuedOn: certificate.issuedOn,
    holderName: holder.name,
    documentType: holder.documentType,
    documentNumber: holder.documentNumber,
    occupationName: certificate.occupationName,
    specialty: certificate.specialty === '' ? NO_SPECIALTY : certificate.specialty,
    level: levelName(certificate.levelDigit),
    publicUrl: base,
    verifyUrl: `${base}/v/${token}`,
  };
}

/** `2026年12月1日` */
export function chineseDate(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
