import type { dictionary } from './i18n/dictionary.ts';

interface Room {
  path: string;
  name: keyof typeof dictionary;
  /** What a stranger finds there, one line. */
  about: keyof typeof dictionary;
}

/** Public pages beside the verification itself, in the order of the menu and of the landing page. */
export const PUBLIC_ROOMS: readonly Room[] = [
  { path: '/bodies', name: 'navBodies', about: 'roomBodies' },
  { path: '/publicity', name: 'navPublicity', about: 'roomPublicity' },
  { path: '/plans', name: 'navPlans', about: 'roomPlans' },
  { path: '/occupations', name: 'navOccupations', about: 'roomOccupations' },
  { path: '/statistics', name: 'navStatistics', about: 'roomStatistics' },
  { path: '/log-status', name: 'navLog', about: 'roomLog' },
  { path: '/offline', name: 'navOffline', about: 'roomOffline' },
  { path: '/help', name: 'navHelp', about: 'roomHelp' },
];
