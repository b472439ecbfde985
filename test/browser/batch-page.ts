import { writeFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import type { IssuedCertificate } from '../journey/issue.ts';
import type { Tab } from './tab.ts';

/** People as a clerk lists them: right, misspelt, of another scheme, unknown, and with too little said. */
export function peopleAsked(certificates: readonly IssuedCertificate[]): string[][] {
  const [misspelt, ...right] = certificates;
  return [
    ['姓名', '证书编号'],
    ...right.map(({ name, number }) => [name, number]),
    [`${misspelt?.name ?? ''}明`, misspelt?.number ?? ''],
    ['张三', '2300000000300001'],
    ['李四', 'Y000023000001263999999'],
    ['王五', ''],
  ];
}

/** From the workbook to the verdicts, as an employer does it. */
export async function askForMany(tab: Tab, rows: readonly string[][], file: string): Promise<void> {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows.map((row) => [...row])), '名单');
  writeFileSync(file, xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
  await tab.giveFile(file, () => tab.click('button', '名单文件'));
  await tab.click('radio', '招聘录用');
  await tab.type('textbox', '具体说明', '焊接车间招聘，核对所交证书');
  await tab.click('checkbox', '本单位作出以上声明');
  await tab.click('button', '上传并开始查验');
  await tab.sees('已完成');
  await tab.click('button', `全部 ${rows.length - 1}`);
  await tab.sees('表1 第2行');
}
