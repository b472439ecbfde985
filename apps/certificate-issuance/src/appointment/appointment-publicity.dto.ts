import { levelByKey, regionByCode, type PostLevel } from '@app/standards';
import type { PublicAppointment } from './appointment-publicity.service.js';

/** An appointment whose publicity runs; its person, masked, is at `/appointment-publicity/{appointmentId}`. */
export class RunningAppointmentView {
  appointmentId!: string;
  agencyName!: string;
  siteCode!: string;
  regionCode!: string;
  regionName!: string;
  occupationCode!: string;
  occupationName!: string;
  level!: PostLevel;
  /** `首席技师` */
  levelName!: string;
  publicityFrom!: string;
  /** Last day of publicity. */
  publicityUntil!: string;
}

export class RunningAppointmentPage {
  items!: RunningAppointmentView[];
  next?: string;
}

export const runningAppointmentView = ({ appointment, post }: PublicAppointment): RunningAppointmentView => ({
  appointmentId: appointment.id,
  agencyName: post.agencyName,
  siteCode: post.siteCode,
  regionCode: appointment.jurisdiction,
  regionName: regionByCode(appointment.jurisdiction)?.name ?? appointment.jurisdiction,
  occupationCode: post.occupationCode,
  occupationName: post.occupationName,
  level: appointment.level,
  levelName: levelByKey(appointment.level).name,
  publicityFrom: appointment.publicityFrom ?? '',
  publicityUntil: appointment.publicityUntil ?? '',
});
