import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import type { HomePart } from './home-part.js';

/**
 * What rooms know of somebody's work. This room may not import those above it, so they introduce their parts when they
 * start, and a home is made of the parts of whoever opens it.
 */
@Injectable()
export class HomeParts {
  private readonly known: HomePart[] = [];

  /** Makes parts known to the homes of those who hold one of their roles. */
  add(...parts: readonly HomePart[]): void {
    this.known.push(...parts);
  }

  /** The parts of this person's home, in order. */
  of(actor: Actor): readonly HomePart[] {
    const own = this.known.filter(({ roles }) => actor.holds(...roles));
    return own.sort((one, other) => one.order - other.order);
  }
}
