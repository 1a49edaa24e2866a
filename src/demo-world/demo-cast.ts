import type { INestApplicationContext } from '@nestjs/common';
import { OPERATOR, type Actor } from '../identity/actor.js';
import { ActorsQueries } from '../identity/sessions/actors.queries.js';
import type { Uuid } from '../kernel/identifiers.js';
import { PersonasService } from '../memberships/people/personas.service.js';
import { OrganisationsService } from '../organisations/importing/organisations.service.js';
import { DEMO_PASSPHRASE, DEMO_PERSONAS, DEMO_TIME_SECRET, type DemoPersona, type Part } from './personas.js';

/** The key of the fictional trust; the demo world is there when this organisation is. */
export const DEMO_TRUST_KEY = 'example-vale-trust';

type BodiesOfDemo = Readonly<Record<NonNullable<DemoPersona['of']>, Uuid>>;

/** The fictional organisations and invented people of the demo world, by the part they take. */
export class DemoCast {
  readonly trustId: Uuid;
  readonly groupId: Uuid;
  readonly policeId: Uuid;
  readonly commissionerId: Uuid;

  private constructor(
    private readonly candour: INestApplicationContext,
    bodies: BodiesOfDemo,
    private readonly people: ReadonlyMap<Part, Uuid>,
  ) {
    this.trustId = bodies.trust;
    this.groupId = bodies.group;
    this.policeId = bodies.police;
    this.commissionerId = bodies.commissioner;
  }

  /** Registers the organisations and invents the people. */
  static async gather(candour: INestApplicationContext): Promise<DemoCast> {
    const organisations = candour.get(OrganisationsService);
    const fictional = { source: 'Invented for the demo world', fictional: true };
    const trustId = await organisations.register(OPERATOR, {
      key: DEMO_TRUST_KEY,
      name: 'Example Vale Mental Health Trust (fictional)',
      type: 'NHS_MH_TRUST',
      ...fictional,
    });
    const groupId = await organisations.register(OPERATOR, {
      key: 'example-voices',
      name: 'Example Voices (fictional)',
      type: 'USER_LED_GROUP',
      ...fictional,
    });
    const policeId = await organisations.register(OPERATOR, {
      key: 'example-vale-police',
      name: 'Example Vale Police (fictional)',
      type: 'POLICE_FORCE',
      ...fictional,
    });
    const commissionerId = await organisations.register(OPERATOR, {
      key: 'example-county-care-board',
      name: 'Example County Care Board (fictional)',
      type: 'ICB',
      ...fictional,
    });
    const bodies = { trust: trustId, group: groupId, police: policeId, commissioner: commissionerId };
    const people = new Map<Part, Uuid>();
    for (const [part, persona] of castList()) {
      const organisationId = persona.of && bodies[persona.of];
      const id = await candour.get(PersonasService).invent(OPERATOR, {
        name: persona.name,
        email: persona.email,
        passphrase: DEMO_PASSPHRASE,
        timeSecret: DEMO_TIME_SECRET,
        roles: persona.letInLater ? [] : [{ role: persona.role, organisationId }],
      });
      people.set(part, id);
    }
    return new DemoCast(candour, bodies, people);
  }

  /** The id of the person who takes this part. */
  idOf(part: Part): Uuid {
    const id = this.people.get(part);
    if (id === undefined) throw new Error(`Nobody takes the part of ${part}.`);
    return id;
  }

  /** The person as they stand at this moment, with all that they take part in. */
  async as(part: Part): Promise<Actor> {
    const actor = await this.candour.get(ActorsQueries).person(this.idOf(part));
    if (!actor) throw new Error(`The ${part} cannot act.`);
    return actor;
  }
}

function castList(): [Part, DemoPersona][] {
  const isPart = (name: string): name is Part => Object.hasOwn(DEMO_PERSONAS, name);
  return Object.keys(DEMO_PERSONAS)
    .filter(isPart)
    .map((part) => [part, DEMO_PERSONAS[part]]);
}
