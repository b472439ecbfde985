import type { Dictionary } from '../i18n/dictionary.ts';
import { usePageTitle, useTexts } from '../i18n/locale.tsx';
import './lists/lists.css';

/** One file for a browser without a network; the gateway serves it beside the portal. */
const PAGE_FILE = '/offline/verify.html';

const offlineDictionary = {
  title: ['离线核验', 'Offline check'],
  lead: [
    '电子证书的 PDF 和纸质证书上的离线二维码都带有数字签名，没有网络也能核对内容有没有被改动、由谁签发。',
    'The PDF of an electronic certificate and the offline code on paper carry a digital signature: whether anything was changed, and who signed, can be checked without a network.',
  ],
  pageTitle: ['一个网页文件', 'One HTML file'],
  page: [
    '下载后保存在电脑或手机上，用浏览器打开即可：可以扫码，也可以选择文件。它不访问任何网站。',
    'Save it on a computer or phone and open it in a browser: scan a code or choose a file. It calls no site.',
  ],
  download: ['下载离线核验页', 'Download the offline page'],
  commandTitle: ['命令行', 'Command line'],
  command: [
    '在有本系统源代码的电脑上，同样的核对也可以用命令完成：',
    'With the source of this system, a command makes the same checks:',
  ],
  limitsTitle: ['离线时不能知道的', 'What cannot be known offline'],
  limits: [
    '离线核对只反映所带快照当时的状态。没有状态快照，或快照太旧时，答复是“无法核验”，不会说“有效”。联网后请再查一次。',
    'An offline check knows the state as of its snapshot. Without one, or with one too old, the answer is “could not be checked”, never “valid”. Ask again when there is a network.',
  ],
} as const satisfies Dictionary;

export function OfflinePage() {
  const t = useTexts(offlineDictionary);
  usePageTitle(t('title'));
  return (
    <div className="wrap page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className="prose">
        <h2>{t('pageTitle')}</h2>
        <p>{t('page')}</p>
        <p>
          <a className="button" href={PAGE_FILE} download="jiangzheng-verify.html">
            {t('download')}
          </a>
        </p>
        <h2>{t('limitsTitle')}</h2>
        <p>{t('limits')}</p>
        <h2>{t('commandTitle')}</h2>
        <p>{t('command')}</p>
        <pre>npm run verify -- certificate.pdf</pre>
      </div>
    </div>
  );
}
