import { Injectable } from '@nestjs/common';
import type { Actor, HeldRole } from '../../identity/actor.js';
import { Credential } from '../../identity/people/credential.entity.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { normalAddress, Person } from '../../identity/people/person.entity.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotPermitted } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { Settings } from '../../platform/settings/settings.js';
import type { NewPerson } from './people.service.js';
import { newMembership } from '../new-membership.js';
import { NewCredentials } from '../new-credentials.js';

/** An invented person of the demo world, with how they sign in. */
export interface Persona extends NewPerson {
  readonly passphrase: string;
  /** Base32; without one the persona has no code generator. */
  readonly timeSecret: string | null;
  readonly roles: readonly HeldRole[];
}

/** The invented people of the demo world. Production refuses to make them, and lets none in that a demo left behind. */
@Injectable()
export class PersonasService {
  constructor(
    private readonly ledger: Ledger,
    private readonly newCredentials: NewCredentials,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Makes a persona who can sign in at once. @throws NotPermitted in production, and for everybody but the operator. */
  async invent(actor: Actor, persona: Persona): Promise<Uuid> {
    if (this.settings.mode !== 'demo')
      throw new NotPermitted('Invented people belong to the demo world. Candour runs in production mode.');
    const person = made(Person, {
      id: newId(),
      name: persona.name,
      email: normalAddress(persona.email),
      fictional: true,
      suspendedOn: null,
    });
    const day = this.clock.today();
    const credentials = [await this.newCredentials.passphrase(person.id, persona.passphrase)];
    if (persona.timeSecret !== null)
      credentials.push(this.newCredentials.generator(person.id, persona.timeSecret));
    await this.ledger.perform(
      actor,
      adding('invent', Person, person),
      ...credentials.map((credential) => adding('enrol', Credential, credential)),
      ...persona.roles.map((held) => adding('grant', Membership, newMembership(person.id, held, day))),
    );
    return person.id;
  }
}
