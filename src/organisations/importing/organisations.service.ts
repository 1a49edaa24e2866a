import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { OrganisationType } from '../organisation-type.js';
import { Organisation } from '../organisation.entity.js';

/** What is said of an organisation that no file holds. */
export interface NewOrganisation {
  readonly key: string;
  readonly name: string;
  readonly type: OrganisationType;
  readonly source: string;
  readonly fictional: boolean;
}

/** Keeps the organisations that no file holds. */
@Injectable()
export class OrganisationsService {
  constructor(private readonly ledger: Ledger) {}

  /** Adds one organisation by hand, with where the fact comes from. */
  async register(actor: Actor, organisation: NewOrganisation): Promise<Uuid> {
    const record = made(Organisation, {
      ...organisation,
      id: newId(),
      odsCode: null,
      publishedName: null,
      otherNames: [],
      formerNames: null,
      nationalGrouping: null,
      geography: null,
      town: null,
      county: null,
      postcode: null,
      openedOn: null,
      closedOn: null,
      confidence: 'A',
    });
    await this.ledger.perform(actor, adding('register', Organisation, record));
    return record.id;
  }
}
