import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Ends something of the visitor's, such as a draft, when they leave quickly. */
export type OnExit = (request: FastifyRequest, reply: FastifyReply) => void | Promise<void>;

/** What happens when somebody follows the "exit this page" link. Rooms above add what they must end. */
@Injectable()
export class QuickExit {
  private readonly farewells: OnExit[] = [];

  /** Adds something to end. */
  onExit(farewell: OnExit): void {
    this.farewells.push(farewell);
  }

  /** Ends everything. One that fails keeps nobody on the page. */
  async leave(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await Promise.allSettled(this.farewells.map(async (farewell) => farewell(request, reply)));
  }
}
