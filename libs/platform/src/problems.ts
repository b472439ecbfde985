import type { DomainError, FieldFault } from '@app/kernel';

/** One row of a catalogue; `{name}` in a title is filled from the error's params. */
export interface ProblemKind {
  status: number;
  zh: string;
  en: string;
}

/** Error code -> problem. The code is the stable part of the document's `type`. */
export type ProblemCatalogue = Readonly<Record<string, ProblemKind>>;

/** RFC 9457 problem document, with the title in both languages and one row per wrong field. */
export interface ProblemDocument {
  type: string;
  title: string;
  titles: { 'zh-CN': string; en: string };
  status: number;
  instance: string;
  errors?: readonly FieldFault[];
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';
/** Of services that give files away (docs/operations/exports.md). */
const exportProblems: ProblemCatalogue = {
  'export/not-found': { status: 404, zh: '没有这次导出', en: 'There is no such export' },
  'export/illegal-transition': {
    status: 409,
    zh: '导出不能从“{from}”变为“{to}”：可能已由他人办理或已过期，请刷新后查看',
    en: 'An export cannot go from {from} to {to}: someone else decided it, or it expired; reload it',
  },
  'export/empty': { status: 409, zh: '没有可导出的数据', en: 'There is nothing to export' },
  'export/too-many-rows': {
    status: 422,
    zh: '共 {rows} 行，一次最多导出 {limit} 行，请缩小范围',
    en: 'These are {rows} rows and one file holds at most {limit}; ask for less',
  },
  'export/other-side': {
    status: 409,
    zh: '机构的导出由本机构另一人审批，主管部门的导出由另一名省级人员审批',
    en: 'An export of an agency is decided there, one of an authority by another officer of the province',
  },
  'export/asker-only': {
    status: 409,
    zh: '文件只能由申请人本人下载',
    en: 'Only the person who asked for the file can fetch it',
  },
  'export/not-ready': {
    status: 409,
    zh: '导出处于“{state}”，尚不能下载',
    en: 'The export is {state}; there is no file to fetch',
  },
  'export/expired': { status: 410, zh: '导出已过期，请重新申请', en: 'The export has expired; ask again' },
  'export/downloads-used': {
    status: 409,
    zh: '已下载 {limit} 次，不能再下载；如确有需要请重新申请',
    en: 'The file was fetched {limit} times, which is all; ask again if needed',
  },
  'export/grown': {
    status: 409,
    zh: '现有 {rows} 行，超过可下载的 {limit} 行，请重新申请',
    en: 'There are {rows} rows now and {limit} may be fetched; ask again',
  },
  'export/busy': {
    status: 503,
    zh: '正在生成的文件过多，请稍后重试',
    en: 'Too many files are being made; try again shortly',
  },
};

const TYPE_PREFIX = 'urn:jiangzheng:problem:';

/** Problems that any service can answer with. */
export const platformProblems: ProblemCatalogue = {
  'request/invalid': {
    status: 400,
    zh: '请求内容有误，请按 errors 中逐项更正',
    en: 'The request is not valid; correct each entry of errors',
  },
  'request/malformed': { status: 400, zh: '请求无法解析', en: 'The request cannot be read' },
  'request/too-large': { status: 413, zh: '内容超过允许的大小', en: 'The content is larger than allowed' },
  'request/unsupported-media-type': { status: 415, zh: '不支持的内容类型', en: 'The media type is not supported' },
  'request/too-many': { status: 429, zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' },
  'request/not-found': { status: 404, zh: '没有这个地址', en: 'There is nothing at this address' },
  'request/cursor': {
    status: 400,
    zh: '翻页标记无效，请从第一页重新开始',
    en: 'The cursor is not valid; start at the first page',
  },
  'person/no-such-record': {
    status: 404,
    zh: '没有这条记录，或这类记录不能在此更正',
    en: 'There is no such record, or records of its kind are not corrected here',
  },
  'upload/missing': {
    status: 400,
    zh: '没有收到文件，请以 multipart 字段 file 上传',
    en: 'No file arrived; send it as multipart field file',
  },
  'access/unauthenticated': {
    status: 401,
    zh: '请先登录：缺少令牌、令牌已过期或无效',
    en: 'Sign in first: the token is missing, expired or not valid',
  },
  'access/role': { status: 403, zh: '您的角色不能进行此操作', en: 'Your roles do not allow this' },
  'access/foreign-organisation': {
    status: 403,
    zh: '这是其他机构的数据，您无权访问',
    en: 'This belongs to another organisation',
  },
  'access/foreign-jurisdiction': { status: 403, zh: '这不在您的管辖区域内', en: 'This is outside your jurisdiction' },
  'access/same-person': { status: 403, zh: '此步骤须由另一人办理', en: 'A second person must take this step' },
  'access/refused-by-database': {
    status: 403,
    zh: '数据库拒绝了这次办理：所涉数据不属于您的机构或管辖区域',
    en: 'The database refused this: the data does not belong to your organisation or jurisdiction',
  },
  'idempotency/key-required': {
    status: 400,
    zh: '请带上 Idempotency-Key 请求头（1–128 个字符）',
    en: 'Send an Idempotency-Key header of 1 to 128 characters',
  },
  'idempotency/key-reused': {
    status: 422,
    zh: '此 Idempotency-Key 已用于另一请求',
    en: 'This Idempotency-Key was used for another request',
  },
  'idempotency/in-progress': {
    status: 409,
    zh: '同一请求正在处理，请稍后重试',
    en: 'The same request is being handled; try again shortly',
  },
  'idempotency/done': {
    status: 409,
    zh: '同一请求此前已办理完成，其回执已丢失；请查询列表确认',
    en: 'The same request was carried out before and its answer was lost; look at the list',
  },
  ...exportProblems,
  'state/conflict': {
    status: 409,
    zh: '数据已被他人更改，请刷新后重试',
    en: 'Someone else changed this; reload and try again',
  },
  'service/unavailable': {
    status: 503,
    zh: '服务暂时不可用，请稍后再试',
    en: 'The service is not available now; try again later',
  },
  'service/internal': {
    status: 500,
    zh: '系统内部错误，已记录；请凭 instance 联系管理员',
    en: 'An internal error was recorded; give the instance to an administrator',
  },
};

const fill = (template: string, params: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** Fills a catalogue row. A code without a row is a fault of ours and answers as an internal error. */
export function problemOf(
  catalogue: ProblemCatalogue,
  error: DomainError,
  requestId: string,
  acceptLanguage: string,
): ProblemDocument {
  const known = Object.hasOwn(catalogue, error.code) ? catalogue[error.code] : undefined;
  const kind = known ?? platformProblems['service/internal'];
  if (!kind) throw new Error('the platform catalogue has no service/internal');
  const titles = { 'zh-CN': fill(kind.zh, error.params), en: fill(kind.en, error.params) };
  return {
    type: `${TYPE_PREFIX}${known ? error.code : 'service/internal'}`,
    title: /^\s*en\b/i.test(acceptLanguage) ? titles.en : titles['zh-CN'],
    titles,
    status: kind.status,
    instance: `urn:jiangzheng:request:${requestId}`,
    ...(error.faults.length > 0 ? { errors: error.faults } : {}),
  };
}
