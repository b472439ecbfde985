import { chinaDate, DomainError, type Clock } from '@app/kernel';
import { ANYONE, CLOCK, cursorId, pageOf, readAs, type Page, type PageQuery } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AppointmentEntity } from './appointment.entity.js';
import { getAppointment, getPost, listInPublicity, postsOf } from './appointment.repository.js';
import type { Post } from './post.js';

export interface PublicAppointment {
  appointment: AppointmentEntity;
  post: Post;
}

/** What everyone may read of appointments while their publicity runs. */
@Injectable()
export class AppointmentPublicityService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `request/cursor` */
  async running({ after, limit }: PageQuery): Promise<Page<PublicAppointment>> {
    const today = chinaDate(this.clock.now());
    const before = cursorId(after);
    return readAs(this.dataSource, ANYONE, async (tx) => {
      const page = pageOf(await listInPublicity(tx, today, before, limit), limit);
      const posts = await postsOf(tx, page.items);
      const items = page.items.flatMap((appointment) => {
        const post = posts.get(appointment.postId);
        return post ? [{ appointment, post }] : [];
      });
      return { ...page, items };
    });
  }

  /** Masked. @throws DomainError `appointment/not-public` */
  async get(id: string): Promise<PublicAppointment> {
    return readAs(this.dataSource, ANYONE, async (tx) => {
      const appointment = await getAppointment(tx, id).catch((error: unknown) => {
        throw error instanceof DomainError ? new DomainError('appointment/not-public') : error;
      });
      const isOver = chinaDate(this.clock.now()) > (appointment.publicityUntil ?? '');
      if (appointment.state !== 'in-publicity' || isOver) throw new DomainError('appointment/not-public');
      return { appointment, post: await getPost(tx, appointment.postId) };
    });
  }
}
