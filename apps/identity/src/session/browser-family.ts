/** First match wins: most browsers also call themselves by the names of others. */
const BROWSERS: readonly [RegExp, string][] = [
  [/MicroMessenger\//, '微信 WeChat'],
  [/DingTalk/, '钉钉 DingTalk'],
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/QQBrowser\//, 'QQ浏览器 QQ Browser'],
  [/\bUCBrowser\//, 'UC'],
  [/HuaweiBrowser\//, '华为浏览器 Huawei Browser'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙 HarmonyOS'],
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

const firstOf = (kinds: readonly [RegExp, string][], text: string): string =>
  kinds.find(([form]) => form.test(text))?.[1] ?? '';

/** Family of browser and system, as a person would name it; empty when neither is known. Nothing finer is kept. */
export function browserFamily(userAgent: string): string {
  return [firstOf(BROWSERS, userAgent), firstOf(SYSTEMS, userAgent)].filter(Boolean).join(' · ');
}
