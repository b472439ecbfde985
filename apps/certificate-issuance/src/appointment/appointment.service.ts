import { AppointmentRecordedSchema } from '@app/contracts';
import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import { appendEvents, event } from '@app/messaging';
import {
  assertMayRead,
  assertOwn,
  assertSupervises,
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  PersonalDataVault,
  type Page,
  type PageQuery,
  type Principal,
  readAs,
  visibleTo,
} from '@app/platform';
import { fillNumberTemplate, numberRuleOn } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { readRow } from '../award/award-person.js';
import { maskHolder } from '../certificate/holder.js';
import { allocateSerials } from '../number/number-series.repository.js';
import { yearOf } from '../number/numbering.js';
import { AppointmentEntity } from './appointment.entity.js';
import {
  changeAppointment,
  countTaken,
  findPost,
  findSeniorTechnician,
  getAppointment,
  getPost,
  hasRunning,
  insertAppointment,
  isChiefRestingOn,
  listOf,
  lockPerson,
  lockPost,
  lockSpecial,
} from './appointment.repository.js';
import {
  confirmAppointment,
  endAppointment,
  factFaults,
  openReAssessment,
  refuseAppointment,
  registerAppointment,
  renewAppointment,
  withdrawAppointment,
  type Actor,
  type AppointmentFacts,
} from './appointment.js';
import { isPostOpen, type Post } from './post.js';

/** As it comes in: person and papers are read like a row of an application. */
export interface Proposal {
  postId: string;
  seniorTechnicianSince: string;
  frontLine: boolean;
  person: unknown;
}

type Change = (appointment: AppointmentEntity, actor: Actor, tx: EntityManager) => Promise<AppointmentEntity>;

/** 评聘 of 特级技师 and 首席技师: two persons of the employer, 公示, registration by the province, re-assessment, end. */
@Injectable()
export class AppointmentService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /** @throws DomainError `appointment/post-unknown`, `appointment/other-body`, `appointment/post-not-open`, `appointment/content` */
  async propose(principal: Principal, proposal: Proposal): Promise<AppointmentEntity> {
    assertOwn(principal, principal);
    return inTransaction(this.dataSource, principal, async (tx) => {
      const today = chinaDate(this.clock.now());
      const post = await findPost(tx, proposal.postId);
      if (!post) throw new DomainError('appointment/post-unknown');
      if (post.organisationId !== principal.organisationId) throw new DomainError('appointment/other-body');
      if (!isPostOpen(post, today)) throw new DomainError('appointment/post-not-open');
      const proposed = this.entityOf(principal, post, proposal, today);
      await insertAppointment(tx, proposed);
      return proposed;
    });
  }

  /** Another person of the employer confirms; publicity starts. */
  async confirm(principal: Principal, id: string): Promise<AppointmentEntity> {
    return this.changeOwn(principal, id, (appointment, actor) =>
      Promise.resolve(confirmAppointment(appointment, actor)),
    );
  }

  async withdraw(principal: Principal, id: string): Promise<AppointmentEntity> {
    return this.changeOwn(principal, id, (appointment, actor) =>
      Promise.resolve(withdrawAppointment(appointment, actor)),
    );
  }

  async refuse(principal: Principal, id: string, reason: string): Promise<AppointmentEntity> {
    return this.changeSupervised(principal, id, (appointment, actor) =>
      Promise.resolve(refuseAppointment(appointment, reason, actor)),
    );
  }

  /** 登记: quota, person and 特级技师 are looked at under their locks. */
  async register(principal: Principal, id: string): Promise<AppointmentEntity> {
    return this.changeSupervised(principal, id, async (appointment, actor, tx) => {
      const today = chinaDate(actor.now);
      const { postId, documentIndex, level } = appointment;
      const post = await lockPost(tx, postId);
      await lockPerson(tx, documentIndex);
      const known = {
        postsTaken: await countTaken(tx, postId, today),
        alreadyAppointed: await hasRunning(tx, level, documentIndex, today),
        specialAppointmentId: await lockSpecial(tx, post, documentIndex, today),
        certificateIssuedOn: await findSeniorTechnician(tx, post, documentIndex),
      };
      const facts = JSON.parse(this.vault.open('person', appointment.evidenceSealed)) as AppointmentFacts;
      const registered = registerAppointment(appointment, post, facts, known, actor);
      const recordNumber = await numberOf(tx, post, today);
      await tell(tx, post, { ...registered, recordNumber }, 'registered', actor);
      return { ...registered, recordNumber };
    });
  }

  async openReAssessment(principal: Principal, id: string): Promise<AppointmentEntity> {
    return this.changeOwn(principal, id, (appointment, actor) => Promise.resolve(openReAssessment(appointment, actor)));
  }

  /** 续聘, by another person than the one who opened the re-assessment. */
  async renew(principal: Principal, id: string): Promise<AppointmentEntity> {
    return this.changeOwn(principal, id, async (appointment, actor, tx) => {
      const renewed = renewAppointment(appointment, actor);
      await tell(tx, await getPost(tx, renewed.postId), renewed, 'renewed', actor);
      return renewed;
    });
  }

  /** 解聘. */
  async end(principal: Principal, id: string, reason: string): Promise<AppointmentEntity> {
    return this.changeOwn(principal, id, async (appointment, actor, tx) => {
      const chiefRunning = await isChiefRestingOn(tx, id, chinaDate(actor.now));
      const ended = endAppointment(appointment, reason, chiefRunning, actor);
      await tell(tx, await getPost(tx, ended.postId), ended, 'ended', actor);
      return ended;
    });
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<AppointmentEntity>> {
    const { limit, after } = query;
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listOf(tx, AppointmentEntity, visibleTo(principal), cursorId(after), limit), limit),
    );
  }

  async get(principal: Principal, id: string): Promise<AppointmentEntity> {
    const appointment = await readAs(this.dataSource, principal, (tx) => getAppointment(tx, id));
    assertMayRead(principal, appointment);
    return appointment;
  }

  private entityOf(principal: Principal, post: Post, proposal: Proposal, today: string): AppointmentEntity {
    const { seniorTechnicianSince, frontLine } = proposal;
    const { person, claim, faults } = readRow(proposal.person, today);
    const facts: AppointmentFacts = { seniorTechnicianSince, frontLine, evidence: claim.evidence };
    const all = [...faults, ...factFaults(post.level, facts, today)];
    if (all.length > 0) throw new DomainError('appointment/content', {}, all);
    const { birthDate: _birthDate, ...holder } = person;
    return {
      id: newId(),
      postId: post.id,
      organisationId: post.organisationId,
      jurisdiction: post.jurisdiction,
      level: post.level,
      personSealed: this.vault.seal('person', JSON.stringify(holder)),
      evidenceSealed: this.vault.seal('person', JSON.stringify(facts)),
      nameIndex: this.vault.index('name', holder.name),
      documentIndex: this.vault.index('document', holder.documentNumber),
      ...maskHolder(holder),
      state: 'proposed',
      history: [],
      proposedOn: today,
      proposedBy: principal.subject,
      confirmedBy: null,
      publicityFrom: null,
      publicityUntil: null,
      restsOn: null,
      termFrom: null,
      termUntil: null,
      recordNumber: null,
    };
  }

  private changeOwn(principal: Principal, id: string, decide: Change): Promise<AppointmentEntity> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changeAppointment(tx, id, (appointment) => {
        assertOwn(principal, appointment);
        return decide(appointment, { subject: principal.subject, now: this.clock.now() }, tx);
      }),
    );
  }

  private changeSupervised(principal: Principal, id: string, decide: Change): Promise<AppointmentEntity> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changeAppointment(tx, id, (appointment) => {
        assertSupervises(principal, appointment.jurisdiction);
        return decide(appointment, { subject: principal.subject, now: this.clock.now() }, tx);
      }),
    );
  }
}

/** A number of its own only where the rule is configured; by default there is none. */
async function numberOf(tx: EntityManager, { level, siteCode }: Post, today: string): Promise<string | null> {
  const scheme = numberRuleOn(level, today)?.scheme;
  const template = typeof scheme === 'object' ? scheme.template : null;
  if (!template) return null;
  const series = { siteCode, year: yearOf(today), level };
  return fillNumberTemplate(template, { ...series, serial: await allocateSerials(tx, series, 1) });
}

async function tell(
  tx: EntityManager,
  post: Post,
  appointment: AppointmentEntity,
  fact: 'registered' | 'renewed' | 'ended',
  actor: Actor,
): Promise<void> {
  const { occupationCode, occupationEdition, occupationName, specialty } = post;
  await appendEvents(tx, [
    event(AppointmentRecordedSchema, appointment.id, {
      appointmentId: appointment.id,
      level: appointment.level,
      organisationId: appointment.organisationId,
      jurisdiction: appointment.jurisdiction,
      filingId: post.filingId,
      postId: post.id,
      subject: { occupationCode, occupationEdition, occupationName, specialty },
      fact,
      recordedAt: actor.now.toISOString(),
      termFrom: appointment.termFrom ?? '',
      termUntil: appointment.termUntil ?? '',
      restsOn: appointment.restsOn ?? '',
      recordNumber: appointment.recordNumber ?? '',
    }),
  ]);
}
