import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { YamlText } from '../../kernel/yaml-file.js';
import { NotFound } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { OrganisationType } from '../organisation-type.js';
import { Organisation } from '../organisation.entity.js';
import { Succession } from '../succession.entity.js';
import { type LinkedBody, parseBodies } from './bodies/parse-bodies.js';
import { factsOfBody } from './facts-from-files.js';
import { heldByKey, heldSuccessions } from './held-organisations.js';
import { importActs, type ImportOutcome } from './import-acts.js';

/** What is said of an organisation that no file holds. */
export interface NewOrganisation {
  readonly key: string;
  readonly name: string;
  readonly type: OrganisationType;
  readonly source: string;
  readonly fictional: boolean;
}

/** Keeps the register of organisations. Whole files go in or nothing does. */
@Injectable()
export class OrganisationsService {
  constructor(private readonly ledger: Ledger) {}

  /** Imports the sourced file of other bodies with who followed whom; trusts that it names must be there already. */
  async importBodies(actor: Actor, yaml: string): Promise<ImportOutcome> {
    const bodies = parseBodies(new YamlText('register/organisations/other-bodies.yaml', yaml));
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const provenance = { reason: 'register/organisations/other-bodies.yaml', sourceIsNews: true };
      const { acts, outcome } = importActs(bodies.map(factsOfBody), await heldByKey(look), provenance);
      await perform(...acts);
      const links = linksBetween(bodies, await heldByKey(look), await heldSuccessions(look));
      await perform(...links.map((link) => adding('link', Succession, link)));
      return outcome;
    });
  }

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
      postcode: null,
      openedOn: null,
      closedOn: null,
      confidence: 'A',
    });
    await this.ledger.perform(actor, adding('register', Organisation, record));
    return record.id;
  }
}

/** The successions that the file says and that are not recorded yet. */
function linksBetween(
  bodies: readonly LinkedBody[],
  held: ReadonlyMap<string, Organisation>,
  there: Awaited<ReturnType<typeof heldSuccessions>>,
): Succession[] {
  const linked = new Set(there.map(({ predecessorId, successorId }) => `${predecessorId} ${successorId}`));
  const idOf = (key: string): Uuid => {
    const organisation = held.get(key);
    if (!organisation) throw new NotFound(`The register holds no organisation ${key}. Import it first.`);
    return organisation.id;
  };
  return bodies.flatMap((body) =>
    body.successors.flatMap((link) => {
      const predecessorId = idOf(body.key);
      const successorId = idOf(link.body ?? link.ods?.toLowerCase() ?? '');
      if (linked.has(`${predecessorId} ${successorId}`)) return [];
      return made(Succession, {
        id: newId(),
        predecessorId,
        successorId,
        tookPlace: link.planned ? null : (link.date?.toString() ?? null),
        source: link.sources.join(' '),
        confidence: link.confidence,
      });
    }),
  );
}
