import { parentPort, workerData } from 'node:worker_threads';
import * as XLSX from '@e965/xlsx';
import type { ExportCell } from './export-kind.js';
import type { ExportSheet, ThreadAnswer, ThreadQuestion } from './export-thread.js';

// A thread of its own: SheetJS writes a workbook without a pause. Nothing but types comes from the neighbours, because
// under test Node runs this file as TypeScript, where their .js names do not exist.

const MARK_ROW_POINTS = 45;

const { titles, columns, watermark, forUpload } = workerData as ExportSheet;
const SHEET_ROWS_MAX = forUpload ? Infinity : 5_000;
/** Watermark and names of columns. */
const HEAD_ROWS = forUpload ? 1 : 2;
const sheets: (XLSX.CellObject | undefined)[][][] = [];

/** Text format keeps a spreadsheet from turning an id into a number, also when somebody types it again. */
const textCell = (text: string): XLSX.CellObject => ({ t: 's', v: text, z: '@' });

function cellOf(cell: ExportCell): XLSX.CellObject | undefined {
  if (cell === null || cell === '') return undefined;
  return typeof cell === 'number' ? { t: 'n', v: cell } : textCell(cell);
}

function headLines(): XLSX.CellObject[][] {
  if (forUpload) return [columns.map(({ zh }) => textCell(zh))];
  return [[textCell(watermark.line)], columns.map(({ zh, en }) => textCell(`${zh} ${en}`))];
}

function add(rows: readonly ExportCell[][]): void {
  for (const row of rows) {
    let lines = sheets.at(-1);
    if (!lines || lines.length >= SHEET_ROWS_MAX + HEAD_ROWS) {
      lines = headLines();
      sheets.push(lines);
    }
    lines.push(row.map(cellOf));
  }
}

function sheetOf(lines: (XLSX.CellObject | undefined)[][]): XLSX.WorkSheet {
  const lastColumn = columns.length - 1;
  return {
    '!data': lines,
    '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: lines.length - 1, c: lastColumn } }),
    '!cols': columns.map(({ width }) => ({ wch: width })),
    ...(forUpload
      ? {}
      : { '!rows': [{ hpt: MARK_ROW_POINTS }], '!merges': [{ s: { r: 0, c: 0 }, e: { r: 0, c: lastColumn } }] }),
    '!margins': { left: 0.4, right: 0.4, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
  } as XLSX.WorkSheet;
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const FROZEN =
  `<sheetView workbookViewId="0"><pane ySplit="${HEAD_ROWS}" topLeftCell="A${HEAD_ROWS + 1}" activePane="bottomLeft" ` +
  'state="frozen"/><selection pane="bottomLeft"/></sheetView>';
const PRINTED =
  '<pageSetup paperSize="9" orientation="landscape"/>' +
  `<headerFooter><oddHeader>${xml(watermark.printHeader)}</oddHeader>` +
  `<oddFooter>${xml(watermark.printFooter)}</oddFooter></headerFooter>`;

interface ZipEntry {
  content: Uint8Array;
}
interface Zip {
  FullPaths: string[];
  FileIndex: ZipEntry[];
}

/** SheetJS writes neither a frozen pane nor what is printed around a sheet, so they are put into its parts. */
function withFrameParts(bytes: Uint8Array): Uint8Array {
  const zip = XLSX.CFB.read(bytes, { type: 'array' }) as Zip;
  for (const [index, name] of zip.FullPaths.entries()) {
    const entry = zip.FileIndex[index];
    if (!entry || !/xl\/worksheets\/sheet\d+\.xml$/.test(name)) continue;
    const text = Buffer.from(entry.content).toString('utf8');
    const framed = text
      .replace('<sheetView workbookViewId="0"/>', () => FROZEN)
      .replace(/<pageMargins [^>]*\/>/, (margins) => margins + PRINTED);
    if (!framed.includes('<pane ') || !framed.includes('<headerFooter>')) throw new Error(`no frame in ${name}`);
    entry.content = Buffer.from(framed);
  }
  return new Uint8Array(XLSX.CFB.write(zip, { fileType: 'zip', compression: true, type: 'buffer' }) as Buffer);
}

function write(): ThreadAnswer {
  const book = XLSX.utils.book_new();
  const names: { Name: string; Ref: string; Sheet: number }[] = [];
  for (const [index, lines] of sheets.entries()) {
    const name = sheets.length > 1 ? `${titles.zh}${index + 1}` : titles.zh;
    XLSX.utils.book_append_sheet(book, sheetOf(lines), name);
    // On every printed page.
    names.push({ Name: '_xlnm.Print_Titles', Ref: `'${name}'!$1:$${HEAD_ROWS}`, Sheet: index });
  }
  book.Workbook = { Names: names };
  book.Props = {
    Title: `${titles.zh} ${titles.en}`,
    Author: watermark.person,
    LastAuthor: watermark.person,
    Comments: watermark.line,
    Keywords: watermark.exportId,
    Application: 'Jiangzheng',
    CreatedDate: new Date(watermark.at),
  };
  // A table of shared strings would cost more than it saves: most texts stand there once.
  const plain = XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST: false }) as ArrayBuffer;
  return { kind: 'written', bytes: withFrameParts(new Uint8Array(plain)) };
}

function answer(question: ThreadQuestion): ThreadAnswer {
  if (question.kind === 'write') return write();
  add(question.rows);
  return { kind: 'added' };
}

parentPort?.on('message', (question: ThreadQuestion) => parentPort?.postMessage(answer(question), []));
