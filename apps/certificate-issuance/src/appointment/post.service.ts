import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import {
  assertMayRead,
  assertOwn,
  assertSupervises,
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  type Page,
  type PageQuery,
  type Principal,
  readAs,
  visibleTo,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findFiledScope } from '../scope/scope.repository.js';
import { PostEntity } from './appointment.entity.js';
import { changePost, countTaken, getPost, insertPost, listOf } from './appointment.repository.js';
import { confirmPost, filePost, proposePost, refusePost, type Post, type PostContent } from './post.js';

export interface PostWithUse {
  /** For the trail. */
  id: string;
  post: Post;
  /** Posts of the quota that are held today. */
  taken: number;
}

/** 岗位: how many may be appointed, two persons of the employer and the province's filing. */
@Injectable()
export class PostService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `appointment/filing-not-arrived`; `appointment/content` */
  async propose(principal: Principal, content: PostContent): Promise<PostWithUse> {
    assertOwn(principal, principal);
    const { organisationId, subject: proposedBy } = principal;
    return inTransaction(this.dataSource, principal, async (tx) => {
      const scope = await findFiledScope(tx, content.filingId);
      if (!scope) throw new DomainError('appointment/filing-not-arrived');
      const post = proposePost({ id: newId(), organisationId, proposedBy }, content, scope, this.today());
      await insertPost(tx, post);
      return { id: post.id, post, taken: 0 };
    });
  }

  async confirm(principal: Principal, id: string): Promise<PostWithUse> {
    return this.change(principal, id, (post) => {
      assertOwn(principal, post);
      return confirmPost(post, principal.subject);
    });
  }

  async file(principal: Principal, id: string): Promise<PostWithUse> {
    return this.change(principal, id, (post) => {
      assertSupervises(principal, post.jurisdiction);
      return filePost(post, principal.subject);
    });
  }

  async refuse(principal: Principal, id: string): Promise<PostWithUse> {
    return this.change(principal, id, (post) => {
      assertSupervises(principal, post.jurisdiction);
      return refusePost(post);
    });
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<Post>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listOf(tx, PostEntity, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
  }

  async get(principal: Principal, id: string): Promise<PostWithUse> {
    return readAs(this.dataSource, principal, async (tx) => {
      const post = await getPost(tx, id);
      assertMayRead(principal, post);
      return { id, post, taken: await countTaken(tx, id, this.today()) };
    });
  }

  private today(): string {
    return chinaDate(this.clock.now());
  }

  private change(principal: Principal, id: string, decide: (post: Post) => Post): Promise<PostWithUse> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const post = await changePost(tx, id, decide);
      return { id, post, taken: await countTaken(tx, id, this.today()) };
    });
  }
}
