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
  PlanSeatedSchema,
  ResultRollReportedSchema,
  type PlanApproved,
  type PlanSeated,
  type ResultRollReported,
  type ResultRow,
} from './gen/jiangzheng/exam_scheduling/v1/events_pb.js';
export {
  AppointmentRecordedSchema,
  AwardDecidedSchema,
  CertificateBatchIssuedSchema,
  CertificateIssuedSchema,
  CertificateStatusChangedSchema,
  CorrectionRequestDecidedSchema,
  LogDayClosedSchema,
  ResultRollAuditedSchema,
  SigningKeyChangedSchema,
  type AuditedRow,
  type CertificateBatchIssued,
  type CertificateIssued,
  type CertificateStatusChanged,
  type CorrectionRequestDecided,
  type IssuedCertificate,
  type LogDayClosed,
  type ResultRollAudited,
} from './gen/jiangzheng/certificate_issuance/v1/events_pb.js';
export {
  CorrectionRequestAskedSchema,
  type CorrectionRequestAsked,
} from './gen/jiangzheng/public_verification/v1/events_pb.js';
