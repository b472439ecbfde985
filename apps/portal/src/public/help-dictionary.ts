import type { Dictionary } from '../i18n/dictionary.ts';

export const helpDictionary = {
  title: ['帮助', 'Help'],
  missTitle: ['查不到怎么办', 'Nothing was found'],
  missLead: [
    '查不到不等于证书是假的。请按下面的顺序逐一核对：',
    'That alone does not make a paper false. Go through these, the likeliest first:',
  ],
  missNext: [
    '仍然查不到，请联系证书上的评价机构。编号前 13 位是机构（站点）代码，可在目录中查到：',
    'Still nothing: ask the body named on the paper. The first 13 characters of the number are its site code:',
  ],
  missBodies: ['备案机构目录', 'directory of filed bodies'],
  answersTitle: ['八种答复是什么意思', 'What the eight answers mean'],
  answersLead: [
    '网页、接口、核验证明、命令行和离线页用的是同一组答复和代码。',
    'Page, API, proof, command and offline page use one list of answers and codes.',
  ],
  fakeTitle: ['防范仿冒网站和“包过”骗局', 'Fake sites and promises'],
  fake: [
    '查验前请看浏览器地址栏。本网站不收费、不要求下载软件、不通过电话或即时通讯要验证码。声称“免考包过”“证书挂靠”“证书入库”的，都不是本系统。',
    'Look at the address bar first. This site takes no fee, asks for no software, and for no code by telephone or chat. Whoever offers a certificate without an exam, or money for lending one, is not this registry.',
  ],
  twoTitle: ['为什么要填两项', 'Why two facts'],
  two: [
    '证书编号连续、没有校验位，可以猜到。只凭编号不给出任何信息：编号存在但姓名不符，与编号不存在，得到的答复完全相同。',
    'Numbers run in sequence without a check digit and can be guessed. A number alone tells nothing: a number with a wrong name and a number that does not exist get the very same answer.',
  ],
  manyTitle: ['一次要查很多人', 'Many people at once'],
  many: [
    '用人单位和招标单位可登录工作台，上传工作簿批量核验，并取得带签名的核验证明。请先取得本人同意。',
    'Employers and tender offices sign in to the workspace, upload a workbook and get a signed proof. Obtain the consent of the persons first.',
  ],
  privacyTitle: ['个人信息', 'Personal data'],
  privacy: [
    '查验结果只确认，不透露：姓名和证件号码隐去部分。查验时填写的内容不写入网址，不在本机保存。每次显示他人证书都留有记录，持证人登录后可以看到。',
    'A result confirms and does not disclose: names and ID numbers are masked. What is entered goes into no address and is not kept on the device. Each showing of a certificate is recorded, and its holder can see it after signing in.',
  ],
} as const satisfies Dictionary;
