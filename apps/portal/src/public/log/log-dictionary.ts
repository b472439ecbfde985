import type { Dictionary } from '../../i18n/dictionary.ts';

export const logDictionary = {
  title: ['透明日志', 'Public log'],
  lead: [
    '每次发证、撤销、更换都按顺序写入一份只能追加的日志。日志里没有个人信息；独立的见证方为它的当前状态签名，谁也不能悄悄改掉或删掉一条。',
    'Each issue, revocation and replacement is written, in order, to a log that only grows. It holds no personal data; independent witnesses sign its state, so that nobody can quietly change or drop an entry.',
  ],
  size: ['日志条数', 'Entries'],
  entries: ['{n} 条', '{n}'],
  age: ['最近一次见证', 'Last confirmed'],
  ageMinutes: ['{n} 分钟前', '{n} min ago'],
  ageUnknown: ['没有见证方的时间', 'No time of a witness'],
  rootHash: ['根散列', 'Root hash'],
  origin: ['日志名称', 'Name of the log'],
  witnesses: ['见证方', 'Witnesses'],
  witness: ['见证方', 'Witness'],
  confirmedAt: ['确认时间（北京时间）', 'Confirmed at (Beijing time)'],
  noWitness: ['这一状态还没有见证方签名。', 'No witness has signed this state yet.'],
  auditTitle: ['怎样自己核对', 'How to audit it yourself'],
  audit: [
    '有本系统源代码的任何人都可以运行下面的命令：它下载整个日志，重算根散列，核对日志和见证方的签名，并与上次看到的状态比较。',
    'Anyone with the source of this system can run the command below: it downloads the whole log, computes the root hash anew, checks the signatures of the log and its witnesses, and compares with what it saw before.',
  ],
  notProof: [
    '本页只显示，不能自证：由同一台服务器给出的页面不能证明服务器没有作假。请以上述命令的结果为准。',
    'This page shows and proves nothing: a page from a server cannot prove that the server is honest. The command can.',
  ],
  raw: ['检查点原文', 'The checkpoint as it is'],
} as const satisfies Dictionary;
