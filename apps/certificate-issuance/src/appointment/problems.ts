import type { ProblemCatalogue } from '@app/platform';

export const appointmentProblems: ProblemCatalogue = {
  'post/not-found': { status: 404, zh: '没有这个岗位', en: 'There is no such post' },
  'post/illegal-transition': {
    status: 409,
    zh: '岗位不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'A post cannot go from {from} to {to}: someone else handled it; reload it',
  },
  'appointment/not-found': { status: 404, zh: '没有这份评聘', en: 'There is no such appointment' },
  'appointment/illegal-transition': {
    status: 409,
    zh: '评聘不能从“{from}”变为“{to}”：可能已由他人办理，请刷新后查看',
    en: 'An appointment cannot go from {from} to {to}: someone else handled it; reload it',
  },
  'appointment/filing-not-arrived': {
    status: 404,
    zh: '没有这份备案，或备案信息尚未到达',
    en: 'There is no such filing, or it has not arrived here',
  },
  'appointment/other-body': { status: 409, zh: '这属于其他用人单位', en: 'This belongs to another employer' },
  'appointment/content': {
    status: 422,
    zh: '不符合评聘条件，请按 errors 中逐项更正',
    en: 'The conditions of an appointment are not met; correct each entry of errors',
  },
  'appointment/no-rule': { status: 409, zh: '{day} 没有有效的评聘办法', en: 'No rule for appointments holds on {day}' },
  'appointment/post-unknown': { status: 404, zh: '没有这个岗位', en: 'There is no such post to appoint to' },
  'appointment/post-not-open': {
    status: 409,
    zh: '岗位尚未备案，或不在方案有效期内',
    en: 'The post is not filed, or this day is outside its plan',
  },
  'appointment/quota-used': {
    status: 409,
    zh: '岗位数 {quota} 已聘满',
    en: 'All {quota} posts are held',
  },
  'appointment/already-appointed': {
    status: 409,
    zh: '该人已在聘同一级别',
    en: 'The person holds an appointment of this level already',
  },
  'appointment/special-first': {
    status: 409,
    zh: '首席技师应从本单位在聘的同职业特级技师中评聘',
    en: 'A chief technician needs a running 特级技师 appointment at this employer in this occupation',
  },
  'appointment/certificate-later': {
    status: 409,
    zh: '本系统核发的一级证书日期为 {day}，晚于所填取得日期',
    en: 'The certificate of 一级 was issued here on {day}, later than the day that was stated',
  },
  'appointment/publicity-running': {
    status: 409,
    zh: '公示至 {until} 止，次日方可登记',
    en: 'Publicity runs until {until}; register on the day after',
  },
  'appointment/term-over': {
    status: 409,
    zh: '聘期已满，请重新评聘',
    en: 'The term is over; propose a new appointment',
  },
  'appointment/chief-rests-on-it': {
    status: 409,
    zh: '该人的首席技师聘任以此为基础，请先解聘首席技师',
    en: 'A running 首席技师 appointment rests on this one; end that first',
  },
  'appointment/not-public': {
    status: 404,
    zh: '没有正在公示的这份评聘',
    en: 'No such appointment is in publicity now',
  },
  'appointment/clock-behind': {
    status: 409,
    zh: '系统时间早于上一步办理时间，暂不办理；请联系管理员校时',
    en: 'The clock stands before the last step, so nothing is done; ask an administrator to set it',
  },
  'honour/is-an-appointment': {
    status: 422,
    zh: '{zh}不是荣誉，请在“评聘”中办理',
    en: 'This is no honour but an appointment ({en}); use appointments',
  },
  'honour/other-giver': {
    status: 422,
    zh: '{zh}不由您登记',
    en: 'This kind is not yours to record ({en})',
  },
  'honour/content': {
    status: 422,
    zh: '荣誉登记有误，请按 errors 中逐项更正',
    en: 'The honour is not right; correct each entry of errors',
  },
  'honour/exists': { status: 409, zh: '该荣誉已登记', en: 'This honour is recorded already' },
};
