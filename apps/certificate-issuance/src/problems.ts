import type { ProblemCatalogue } from '@app/platform';

export const problems: ProblemCatalogue = {
  'result-roll/not-found': { status: 404, zh: '没有这份成绩名册', en: 'There is no such result roll' },
  'result-roll/illegal-transition': {
    status: 409,
    zh: '名册不能从“{from}”变为“{to}”：可能尚未收齐，或已由他人核发；请刷新后查看',
    en: 'A roll cannot go from {from} to {to}: it is not complete, or someone else issued it; reload it',
  },
  'result-roll/waiting': {
    status: 409,
    zh: '暂不能核发：{zh}。名册保持原状，条件具备后再办理',
    en: 'Issuing has to wait: {en}. The roll is unchanged; issue it when this is settled',
  },
  'result-roll/bad-part': {
    status: 422,
    zh: '上报的名册分册有误：{reason}',
    en: 'A reported part of the roll is not right: {reason}',
  },
  'event/incomplete': {
    status: 422,
    zh: '事件缺少 {field}',
    en: 'The event lacks {field}',
  },
  'standards/serial-exhausted': {
    status: 409,
    zh: '站点 {siteCode} 在 {year} 年 {level} 级的证书序列码已用完，请与省级主管部门联系',
    en: 'Site {siteCode} has no serial left for {year}, level {level}; ask the provincial authority',
  },
  'certificate/not-found': { status: 404, zh: '没有这份证书', en: 'There is no such certificate' },
  'certificate/glyph-missing': {
    status: 422,
    zh: '字体缺少字符 {codePoint}，为免印错不予制证；请联系管理员补充字体',
    en: 'The font lacks character {codePoint}, so nothing is printed; ask an administrator for a font that has it',
  },
  'certificate/text-too-long': {
    status: 422,
    zh: '“{field}”一栏内容过长，证书上排不下；请联系管理员',
    en: 'The text of “{field}” does not fit on the certificate; ask an administrator',
  },
  'certificate/code-too-long': {
    status: 422,
    zh: '离线核验码内容过长（{characters} 个字符），{modules} 个模块内排不下；请联系管理员',
    en: 'The text of the offline code ({characters} characters) does not fit in {modules} modules; ask an administrator',
  },
  'certificate/code-not-base45': {
    status: 422,
    zh: '离线核验码内容不是 base45；请联系管理员',
    en: 'The text of the offline code is not base45; ask an administrator',
  },
};
