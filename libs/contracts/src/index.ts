export { aggregateOf, decodeEvent, encodeEvent, publisherOf, subjectOf } from './event-type.js';
export { SubjectSchema, type Subject } from './gen/jiangzheng/event/v1/event_pb.js';
export {
  FilingFiledSchema,
  type FilingFiled,
  type ScopeLine,
  type Site,
} from './gen/jiangzheng/agency_filing/v1/events_pb.js';
export { PaperSealedSchema, type PaperSealed } from './gen/jiangzheng/question_bank/v1/events_pb.js';
export {
  PlanApprovedSchema,
  ResultRollReportedSchema,
  type PlanApproved,
  type ResultRollReported,
  type ResultRow,
} from './gen/jiangzheng/exam_scheduling/v1/events_pb.js';
export {
  AppointmentRecordedSchema,
  AwardDecidedSchema,
  CertificateIssuedSchema,
  ResultRollAuditedSchema,
  type AuditedRow,
  type CertificateIssued,
  type ResultRollAudited,
} from './gen/jiangzheng/certificate_issuance/v1/events_pb.js';
