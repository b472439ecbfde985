import type { IssuedCertificate } from './issue.ts';
import type { Cast } from './journey.ts';
import { eventually } from './person.ts';

interface Verification {
  verdict: string;
  certificates: { certificateNumber?: string; maskedName: string; level: string }[];
}

const VERIFY = '/api/public-verification/verify';
const PDFS_KEPT = 3;

/** A stranger checks every certificate by number and name; the first PDFs are brought home, and a wrong name is tried. */
export async function verifyAll(
  cast: Cast,
  certificates: readonly IssuedCertificate[],
  keep: (name: string, bytes: Uint8Array) => string,
  say: (line: string) => void,
): Promise<{ verified: number; pdfs: string[] }> {
  let verified = 0;
  for (const certificate of certificates) {
    const facts = { name: certificate.name, certificateNumber: certificate.number };
    await eventually(`the register to know ${certificate.number}`, async () => {
      const { verdict } = await cast.stranger.post<Verification>(VERIFY, facts);
      return verdict === 'VALID' ? verdict : undefined;
    });
    verified += 1;
  }
  say(`社会公众核验 ${verified} 张，全部有效 a stranger checked every certificate: all valid`);
  const [first] = certificates;
  if (first) {
    const wrong = await cast.stranger.post<Verification>(VERIFY, { name: '查无此人', certificateNumber: first.number });
    if (wrong.verdict !== 'NOT_FOUND') throw new Error(`a wrong name was answered ${wrong.verdict}`);
    say('姓名不符时只答“未查到” a wrong name is only told “not found”');
  }
  const pdfs: string[] = [];
  for (const [index, { id, number }] of certificates.slice(0, PDFS_KEPT).entries()) {
    const pdf = await cast.clerk.download(`/api/certificate-issuance/certificates/${id}/pdf`);
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`${number} came without a PDF`);
    pdfs.push(keep(`certificate-${index + 1}.pdf`, pdf));
  }
  return { verified, pdfs };
}
