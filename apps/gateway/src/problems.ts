import type { ProblemCatalogue } from '@app/platform';

export const problems: ProblemCatalogue = {
  'gateway/upstream': {
    status: 502,
    zh: '后台服务暂时没有应答，请稍后再试；已提交的办理请先查询结果，勿重复提交',
    en: 'The service behind did not answer; try again later, and look at the list before you repeat a submission',
  },
};
