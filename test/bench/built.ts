import type * as printFile from '../../apps/certificate-issuance/src/print/print-file.pdf.ts';
import type * as photoCheck from '../../apps/certificate-issuance/src/certificate/photo.check.ts';
import type * as pdfRenderer from '../../apps/certificate-issuance/src/certificate/certificate-renderer.pdf.ts';
import type * as pdfPage from '../../apps/certificate-issuance/src/certificate/certificate-page.pdf.ts';
import type * as pdfTexts from '../../apps/certificate-issuance/src/certificate/certificate-texts.pdf.ts';
import type * as keyHolder from '../../apps/certificate-issuance/src/signing-key/signing-key.holder.ts';
import type * as pdf from '../../libs/pdf/src/index.ts';
import type * as messaging from '../../libs/messaging/src/index.ts';
import type * as contracts from '../../libs/contracts/src/index.ts';

/** Benches measure what runs in production: the built code. */
const dist = (library: string): string => new URL(`../../dist/libs/${library}/src/index.js`, import.meta.url).href;

export const loadMessaging = (): Promise<typeof messaging> => import(dist('messaging')) as Promise<typeof messaging>;
export const loadContracts = (): Promise<typeof contracts> => import(dist('contracts')) as Promise<typeof contracts>;

const certificate = (file: string): string =>
  new URL(`../../dist/apps/certificate-issuance/src/certificate/${file}.js`, import.meta.url).href;

/** What makes certificate pages. */
export async function loadCertificatePdf() {
  const load = <T>(file: string): Promise<T> => import(certificate(file)) as Promise<T>;
  return {
    pdf: (await import(dist('pdf'))) as typeof pdf,
    renderer: await load<typeof pdfRenderer>('certificate-renderer.pdf'),
    page: await load<typeof pdfPage>('certificate-page.pdf'),
    texts: await load<typeof pdfTexts>('certificate-texts.pdf'),
    holder: await load<typeof keyHolder>('../signing-key/signing-key.holder'),
    printFile: (await import(
      new URL('../../dist/apps/certificate-issuance/src/print/print-file.pdf.js', import.meta.url).href
    )) as typeof printFile,
    photo: await load<typeof photoCheck>('photo.check'),
  };
}
