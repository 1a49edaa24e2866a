import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { actorOf } from '../identity/request-actor.js';
import { NotPermitted, SignInNeeded } from '../kernel/refusal.js';
import { Access } from './access.js';
import { REQUIREMENT, type Requirement } from './requirement.js';

/** Stands before every handler; a handler that names no requirement is refused to everyone. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly access: Access,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const requirement = this.reflector.get<Requirement | undefined>(REQUIREMENT, context.getHandler());
    const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (!requirement) throw new NotPermitted();
    this.meet(requirement, actor);
    return true;
  }

  private meet(requirement: Requirement, actor: Actor): void {
    if (requirement.asks === 'nothing') return;
    if (requirement.asks === 'act') this.access.require(actor, requirement.verb, requirement.subject);
    else if (actor.standing !== 'person') throw new SignInNeeded();
  }
}
