import type { ThemeConfig } from 'antd';

/** The tokens of ui/base.css, for Ant Design. */
export function workTheme(hasMotion: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: '#0f4c5c',
      colorLink: '#0f4c5c',
      colorError: '#a3231b',
      colorTextBase: '#14272e',
      colorTextSecondary: '#4a6069',
      colorTextDescription: '#4a6069',
      colorTextPlaceholder: '#5c7078',
      colorBorderSecondary: '#cfd9d9',
      borderRadius: 6,
      fontFamily: 'var(--font)',
      motion: hasMotion,
    },
    components: {
      Table: { headerBg: '#e6f0f1', headerColor: '#14272e', rowHoverBg: '#f4f6f5' },
      Descriptions: { labelBg: '#f4f6f5' },
    },
  };
}
