import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';

/** A domain of the framework as a reader knows it, with the criteria that belong to it. */
export interface DomainOfCriteria {
  /** `SIM-DAT`. */
  readonly code: string;
  /** `Data`; the code where the newest edition has no such domain. */
  readonly name: string;
  readonly href: string;
}

/** What the domains of the framework are called, by code. */
export type DomainFinder = (actor: Actor) => Promise<ReadonlyMap<string, string>>;

/** Names the domains of the framework for rooms that only say on which they bear. The room that holds it introduces itself. */
@Injectable()
export class CriteriaDomains {
  private readonly finders: DomainFinder[] = [];

  /** Makes known what domains are called. */
  introduce(find: DomainFinder): void {
    this.finders.push(find);
  }

  /** How to name domains by their codes, for this actor. */
  async naming(actor: Actor): Promise<(codes: readonly string[]) => readonly DomainOfCriteria[]> {
    const found = await Promise.all(this.finders.map((find) => find(actor)));
    const names = new Map(found.flatMap((one) => [...one]));
    return (codes) =>
      codes.map((code) => ({ code, name: names.get(code) ?? code, href: `/criteria#${code}` }));
  }
}
