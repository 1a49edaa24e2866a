import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Refusal } from '../../kernel/refusal.js';

/** Told of a refusal; the pattern of the route says where, without anything of the address. */
export type OnRefusal = (refusal: Refusal, request: FastifyRequest, route: string) => void | Promise<void>;

/** Who wants to know that something was refused. Rooms above listen; where people file, nobody is told anything. */
@Injectable()
export class Refusals {
  private readonly listeners: OnRefusal[] = [];

  /** Tells the listener of every refusal from now on. */
  onRefusal(listener: OnRefusal): void {
    this.listeners.push(listener);
  }

  /** Tells all listeners of one refusal, before it is answered. */
  async tell(...told: Parameters<OnRefusal>): Promise<void> {
    for (const listener of this.listeners) await listener(...told);
  }
}
