import { VERDICTS, type Verdict } from '@app/credential';
import { BATCH_PURPOSES, type Batch } from '../batch/batch.js';
import { conclusionOf, explanationOf, levelText, type RowAnswer } from '../batch/batch-row.js';
import { chinaSecond } from '../batch/batch-sheet.js';
import { printedProofCode } from '../batch/proof-code.js';

export interface ProofLine {
  zh: string;
  en: string;
  value: string;
}

/** What stands on a page of proof. */
export interface ProofFace {
  title: { zh: string; en: string };
  code: string;
  checkAt: string;
  lines: ProofLine[];
}

const NO_SPECIALTY = '--';
export const NO_LOG_POSITION = '透明日志位置未能取得 log position not available';

const line = (zh: string, en: string, value: string): ProofLine => ({ zh, en, value });

/** Numbers of lines by verdict: the whole list, so that what is not there is seen to be none. */
export type Counts = Partial<Record<Verdict, number>>;

const countsText = (counts: Counts): string =>
  (Object.keys(VERDICTS) as Verdict[]).map((verdict) => `${VERDICTS[verdict].zh} ${counts[verdict] ?? 0}`).join('　');

function batchLines(batch: Batch): ProofLine[] {
  const { zh, en } = BATCH_PURPOSES[batch.purpose];
  const position = batch.logPosition;
  return [
    line('查验单位', 'Organisation', batch.organisationName || batch.organisationId),
    line('用途', 'Purpose', `${zh} ${en}：${batch.purposeText}`),
    line('授权声明', 'Consent statement', batch.consentEdition),
    line('批次', 'Batch', batch.id),
    line('上传文件摘要', 'SHA-256 of the list', batch.inputSha256),
    line('结果文件摘要', 'SHA-256 of the workbook', batch.outputSha256 ?? ''),
    line(
      '日志位置',
      'Log position',
      position
        ? `${position.origin}　${position.size}　${position.root}　${chinaSecond(new Date(position.readAt))}`
        : NO_LOG_POSITION,
    ),
  ];
}

/** 批量查验证明. */
export function batchProof(batch: Batch, counts: Counts, checkAt: string): ProofFace {
  const at = batch.finishedAt ?? batch.askedAt;
  return {
    title: { zh: '职业技能等级证书批量查验证明', en: 'Proof of a batch verification of skill certificates' },
    code: printedProofCode(batch.proofCode ?? ''),
    checkAt,
    lines: [
      line('完成时间', 'Finished', `${chinaSecond(at)} UTC+8`),
      line('人数', 'Rows', String(batch.rows)),
      line('结论', 'Verdicts', countsText(counts)),
      ...batchLines(batch),
    ],
  };
}

/** Of one line: the name as the organisation gave it while it is kept, the document masked always. */
export interface ProvenRow {
  row: number;
  name: string;
  documentMasked: string;
  answer: RowAnswer;
  answeredAt: Date;
  proofCode: string;
}

/** 个人查验证明. */
export function rowProof(batch: Batch, row: ProvenRow, checkAt: string): ProofFace {
  const { zh, en } = conclusionOf(row.answer);
  const explanation = explanationOf(row.answer).zh;
  return {
    title: { zh: '职业技能等级证书查验证明', en: 'Proof of the verification of a skill certificate' },
    code: printedProofCode(row.proofCode),
    checkAt,
    lines: [
      line('核验时间', 'Checked', `${chinaSecond(row.answeredAt)} UTC+8`),
      line('姓名', 'Name', row.name || '—'),
      line('证件号码', 'Document', row.documentMasked || '—'),
      line('结论', 'Verdict', `${zh}　${en}（${row.answer.verdict}）`),
      ...row.answer.certificates.slice(0, CERTIFICATES_SHOWN).map(certificateLine),
      ...(explanation === '' ? [] : [line('说明', 'Explanation', explanation)]),
      ...batchLines(batch),
    ],
  };
}

const CERTIFICATES_SHOWN = 5;

function certificateLine(found: RowAnswer['certificates'][number]): ProofLine {
  const { certificateNumber, occupationName, specialty, levelDigit, agencyName, issuedOn, bodyFiledOnIssueDate } =
    found;
  const filed = bodyFiledOnIssueDate ? '核发日已备案' : '核发日未备案';
  const what = [occupationName, specialty || NO_SPECIALTY, levelText(levelDigit), issuedOn, agencyName, filed];
  return line('证书', 'Certificate', `${certificateNumber}　${what.join('　')}`);
}

/** Texts that every proof has. */
export const PROOF_TEXTS = [
  '职业技能等级证书批量查验证明个人',
  '完成核验时间人数结论查单位用途授权声明批次上传文件摘要果日志位置姓名件号码说明证书编码',
  '有效已撤销注更换信息不符未查到其他体系无法',
  '本证明由匠证登记系统签发，仅对所列时间的登记状态负责；凭编码可在下列地址核对。',
  '数字签名年月日：，。、；（）　—',
  '招聘录用在岗人员资格核查招投标补贴审核监督检查其他',
  NO_LOG_POSITION,
];
