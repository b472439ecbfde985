import type { Verdict, Wording } from '../verdict.js';

/** What is checked of a document, in the order a reader wants to know. */
export const CHECKS = {
  form: { zh: '文件格式', en: 'Form' },
  signature: { zh: '签名', en: 'Signature' },
  document: { zh: '文件未被改动', en: 'File unchanged' },
  key: { zh: '签名密钥', en: 'Signing key' },
  status: { zh: '证书状态', en: 'Status' },
  log: { zh: '透明日志', en: 'Transparency log' },
  register: { zh: '证书登记', en: 'Register' },
} as const satisfies Readonly<Record<string, Wording>>;
export type CheckName = keyof typeof CHECKS;

export type CheckOutcome = 'passed' | 'failed' | 'could-not-check';

const passed = (zh: string, en: string) => ({ outcome: 'passed', zh, en }) as const;
const failed = (zh: string, en: string) => ({ outcome: 'failed', zh, en }) as const;
const open = (zh: string, en: string) => ({ outcome: 'could-not-check', zh, en }) as const;

/** Everything a check can find. Codes are stable. */
export const FINDINGS = {
  'form/read': passed('可以读取', 'it can be read'),
  'form/newer': open('格式比本程序新，请更新后再核验', 'the form is newer than this program; get a newer one'),
  'form/link-only': open(
    '这只是一个查询链接，本身没有可核验的内容，请联网打开',
    'this is a link only: nothing in it can be checked, open it online',
  ),
  'signature/good': passed('签名正确，内容与签发时一致', 'the signature is good: the content is what was signed'),
  'signature/wrong': failed('签名与内容不符，内容已被改动', 'the signature does not fit: the content was changed'),
  'signature/no-key': open(
    '已知密钥中没有签这份证书的密钥，密钥表可能过旧',
    'none of the known keys signed it; the list of keys may be old',
  ),
  'signature/none': open('没有签名', 'there is no signature'),
  'document/unchanged': passed('文件自签署后未被改动', 'the file is as it was signed'),
  'document/changed': failed(
    '文件在签署之后被改动或另存过，页面所示不可信',
    'the file was changed or saved anew after it was signed; do not trust what its page shows',
  ),
  'document/unsigned': open(
    '文件没有电子签名，无法确认页面未被改动，只核验了页上的二维码',
    'the file bears no signature, so its page may have been changed; only the code on it was checked',
  ),
  'document/other-signer': failed(
    '文件的签名者不是证书的发证机构',
    'the file was signed by somebody else than the body that issued the certificate',
  ),
  'document/no-key': open(
    '已知密钥中没有签署这份文件的密钥',
    'none of the known keys signed the file; the list of keys may be old',
  ),
  'document/compromised': open(
    '签署这份文件的密钥已泄露，页面可能是他人所制；请索取现在重新下载的文件，或只核对二维码',
    'the key that signed the file is compromised, so its page may be another’s; ask for the file as it is downloaded now',
  ),
  'key/trusted': passed('密钥属于发证机构，可以签发此编号', 'the key is that of the body, which may issue this number'),
  'key/compromised': failed(
    '签名密钥已泄露，仅凭签名不能确认；请联网核验',
    'the key is compromised, so that its signature proves nothing by itself; check online',
  ),
  'key/not-in-use': open(
    '该密钥当时尚未启用，密钥表可能过旧',
    'the key was not yet in use; the list of keys may be old',
  ),
  'key/other-body': failed(
    '签名密钥不属于编号所示的机构（站点）',
    'the key does not belong to the body whose site the number names',
  ),
  'key/no-directory': open(
    '名录中没有编号所示的机构（站点），无法确认该机构可以签发',
    'the directory at hand lacks the site that the number names, so its right to issue is not known',
  ),
  'key/unknown': open('不知道是谁的密钥', 'it is not known whose key it is'),
  'status/valid': passed('状态表所示：有效', 'the status list says: valid'),
  'status/revoked': failed('状态表所示：已撤销', 'the status list says: revoked'),
  'status/cancelled': failed('状态表所示：已注销', 'the status list says: cancelled'),
  'status/replaced': failed('状态表所示：已更换', 'the status list says: replaced'),
  'status/no-list': open(
    '手头没有这张证书的状态表，不知道它是否已被撤销',
    'its status list is not at hand, so it is not known whether it was revoked',
  ),
  'status/expired': open(
    '状态表已过期，此后是否撤销不得而知；请换用新的快照',
    'the status list has expired, and what happened since is not known; take a newer snapshot',
  ),
  'status/not-authentic': open('状态表的签名不对，不予采信', 'the status list is not signed by the registry'),
  'status/malformed': open('状态表无法读取', 'the status list cannot be read'),
  'status/unnamed': open('证书没有写明状态表', 'the certificate names no status list'),
  'status/not-asked': open('内容未能确认，故不查状态', 'not asked, since the content is not confirmed'),
  'register/same': passed('登记中有这张证书，内容一致', 'the register has it, and says the same'),
  'register/differs': failed('登记中有这张证书，但内容不一致', 'the register has it, but says otherwise'),
  'register/missing': failed('登记中没有这张证书', 'the register does not have it'),
  'register/not-asked': open(
    '凭证未经可信密钥签署或未出示证书标识，未在登记中查找；请索取现在重新下载的凭证',
    'no trusted key signed it or it does not show which certificate it is, so the register was not asked; ask for one that is fetched now',
  ),
  'log/included': passed('已载入日志', 'it stands in the log'),
  'log/no-proof': open('手头没有它在日志中的证明', 'a proof of its place in the log is not at hand'),
  'log/differs': failed('日志所载与证书不符', 'the log holds something else for this certificate'),
  'log/not-proven': failed('日志证明不成立', 'the proof of its place in the log does not hold'),
  'log/no-checkpoint': open(
    '没有可信的日志检查点，或本浏览器不支持其签名算法',
    'there is no trusted checkpoint of the log, or this browser lacks its signature algorithm',
  ),
} as const satisfies Readonly<Record<string, Wording & { outcome: CheckOutcome }>>;
export type Finding = keyof typeof FINDINGS;

export interface Check extends Wording {
  check: CheckName;
  outcome: CheckOutcome;
  code: Finding;
}

export function found(code: Finding): Check {
  const check = code.slice(0, code.indexOf('/')) as CheckName;
  return { check, code, ...FINDINGS[code] };
}

const ENDED: Partial<Record<Finding, Verdict>> = {
  'status/revoked': 'REVOKED',
  'status/cancelled': 'CANCELLED',
  'status/replaced': 'REPLACED',
};

/** Valid takes all of these; the log's word is more than most readers can ask for. */
const NEEDED: readonly CheckName[] = ['form', 'signature', 'key', 'status'];
/** What shows that something is not what was issued. A compromised key shows nothing either way. */
const ALTERED: ReadonlySet<Finding> = new Set<Finding>([
  'signature/wrong',
  'document/changed',
  'document/other-signer',
  'key/other-body',
  'log/differs',
  'log/not-proven',
  'register/differs',
]);

/**
 * The verdict over the checks. What could not be checked is never valid, what was altered is a mismatch before it is
 * anything else, and a revoked certificate is revoked.
 */
export function verdictOfChecks(checks: readonly Check[]): Verdict {
  if (checks.some(({ code }) => ALTERED.has(code))) return 'MISMATCH';
  const ended = checks.map(({ code }) => ENDED[code]).find((verdict) => verdict !== undefined);
  if (ended) return ended;
  const outcomeOf = (name: CheckName) => checks.find(({ check }) => check === name)?.outcome;
  const isWhole = NEEDED.every((name) => outcomeOf(name) === 'passed');
  return isWhole && (outcomeOf('document') ?? 'passed') === 'passed' ? 'VALID' : 'COULD_NOT_CHECK';
}
