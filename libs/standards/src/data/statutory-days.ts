/**
 * Days off fixed by law, as `MM-DD`: 元旦, 劳动节 (two days since 2025), 国庆节 (全国年节及纪念日放假办法, State Council
 * order 795; from knowledge, unverified).
 */
export const fixedStatutoryDays: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/**
 * First day of the lunar year, 清明, 端午 and 中秋 of years whose arrangement is not yet published. Computed with the
 * lunar functions of chinese-days; a spec recomputes them.
 */
export const lunarStatutoryDays: Readonly<
  Record<string, { springFestival: string; qingming: string; duanwu: string; midAutumn: string }>
> = {
  '2027': { springFestival: '2027-02-06', qingming: '2027-04-05', duanwu: '2027-06-09', midAutumn: '2027-09-15' },
  '2028': { springFestival: '2028-01-26', qingming: '2028-04-04', duanwu: '2028-05-28', midAutumn: '2028-10-03' },
  '2029': { springFestival: '2029-02-13', qingming: '2029-04-04', duanwu: '2029-06-16', midAutumn: '2029-09-22' },
  '2030': { springFestival: '2030-02-03', qingming: '2030-04-05', duanwu: '2030-06-05', midAutumn: '2030-09-12' },
  '2031': { springFestival: '2031-01-23', qingming: '2031-04-05', duanwu: '2031-06-24', midAutumn: '2031-10-01' },
  '2032': { springFestival: '2032-02-11', qingming: '2032-04-04', duanwu: '2032-06-12', midAutumn: '2032-09-19' },
  '2033': { springFestival: '2033-01-31', qingming: '2033-04-04', duanwu: '2033-06-01', midAutumn: '2033-09-08' },
  '2034': { springFestival: '2034-02-19', qingming: '2034-04-05', duanwu: '2034-06-20', midAutumn: '2034-09-27' },
  '2035': { springFestival: '2035-02-08', qingming: '2035-04-05', duanwu: '2035-06-10', midAutumn: '2035-09-16' },
};
