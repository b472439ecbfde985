export { AUDIT_RULES, type AuditFinding, type AuditRule } from './audit-rules.js';
export { auditEntries, type AuditTally, type LogAuditor } from './log-auditor.js';
export { TIME_TOLERANCE_MS } from './log-time.js';
