/** Chinese and English. */
export const WORDS = {
  title: ['离线核验证书', 'Check a certificate offline'],
  lead: [
    '选择证书 PDF、电子凭证或二维码图片，或用摄像头扫描。内容只在本机核验，不会上传。',
    'Choose a certificate PDF, a digital credential or a picture of its code, or scan it. Nothing leaves this device.',
  ],
  choose: ['选择文件', 'Choose a file'],
  scan: ['扫描二维码', 'Scan the code'],
  stop: ['停止扫描', 'Stop scanning'],
  paste: ['或粘贴二维码文字、电子凭证', 'Or paste the text of a code or a credential'],
  check: ['核验', 'Check'],
  snapshot: ['核验依据（快照）', 'What it is checked against (snapshot)'],
  noSnapshot: [
    '尚无快照：只能读取内容，不能判断真伪和状态。请选择从登记系统取得的快照文件。',
    'No snapshot yet: a document can be read, but neither signature nor status can be judged. Choose a snapshot taken from the registry.',
  ],
  taken: ['取自 {registry}，{time}', 'Taken from {registry} on {time}'],
  old: [
    '快照已超过一天，状态表可能已过期，请换用新的快照。',
    'The snapshot is older than a day and its status lists may have expired; take a new one.',
  ],
  loadSnapshot: ['选择快照文件', 'Choose a snapshot file'],
  fetchSnapshot: ['从本系统取得最新快照', 'Take a new snapshot from this registry'],
  savePage: ['保存带快照的本页，供无网络时使用', 'Save this page with its snapshot, for use without a network'],
  working: ['正在核验…', 'Checking …'],
  fetching: ['正在取得快照…', 'Taking the snapshot …'],
  noCamera: ['无法使用摄像头，请改为选择图片。', 'The camera cannot be used; choose a picture instead.'],
  noCode: ['图片中没有读到二维码，请换一张更清晰的。', 'No code could be read in the picture; try a sharper one.'],
  statusAsOf: ['状态截至', 'Status as of'],
  says: ['证书内容', 'What the certificate says'],
  checks: ['逐项结果', 'What was checked'],
  certificateNumber: ['证书编号', 'Number'],
  holderName: ['姓名', 'Name'],
  documentTail: ['证件号码末四位', 'Document number ends in'],
  agencyName: ['评价机构', 'Issuing body'],
  occupationName: ['职业', 'Occupation'],
  occupationCode: ['职业编码', 'Occupation code'],
  specialty: ['工种', 'Specialty'],
  levelDigit: ['等级', 'Level'],
  issuedOn: ['发证日期', 'Issued on'],
  passed: ['通过', 'passed'],
  failed: ['不通过', 'failed'],
  'could-not-check': ['未能核验', 'could not be checked'],
  'offline/too-large': ['文件过大，不是证书。', 'The file is too large for a certificate.'],
  'offline/too-complex': ['文件过于复杂，不是证书。', 'The file is too complex for a certificate.'],
  'offline/unknown-kind': [
    '不是证书 PDF、电子凭证或二维码文字。',
    'This is neither a certificate PDF nor a credential nor the text of a code.',
  ],
  'offline/no-code': [
    'PDF 中没有证书二维码；扫描件请截取二维码图片。',
    'The PDF has no code of a certificate; of a scanned paper choose a picture of its code.',
  ],
  'offline/several-codes': ['文件中有多张证书。', 'There is more than one certificate in the file.'],
  'offline/snapshot': ['快照文件无法读取。', 'The snapshot cannot be read.'],
  'offline/registry': ['登记系统暂时无法访问。', 'The registry cannot be reached.'],
  damaged: ['内容已损坏，无法读取。', 'It is damaged and cannot be read.'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
export type Word = keyof typeof WORDS;

export type Language = 'zh' | 'en';
export const pick = (language: Language, word: Word): string => WORDS[word][language === 'zh' ? 0 : 1];
export const isWord = (text: string): text is Word => text in WORDS;
