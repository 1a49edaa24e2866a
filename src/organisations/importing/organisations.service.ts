import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { adding, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { type LinkedBody, parseBodies } from './bodies/parse-bodies.js';
import { factsOfBody, factsOfTrust } from './facts-from-files.js';
import { parseOdsFile } from './ods/parse-ods-file.js';
import { importActs, type ImportOutcome } from './import-acts.js';
import { Organisation } from '../organisation.entity.js';
import { OrganisationsQueries } from '../organisations.queries.js';
import { Succession } from '../succession.entity.js';

/** What is said of an organisation that no file holds. */
export interface NewOrganisation {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly source: string;
  readonly fictional: boolean;
}

/** Keeps the register of organisations. Whole files go in or nothing does. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: OrganisationsQueries,
  ) {}

  /**
   * Imports an edition of the published ODS file of NHS trusts, in one transaction; the same facts again change nothing.
   * @throws Unprocessable that names every line that cannot be read, and why; nothing was imported then.
   */
  async importTrusts(actor: Actor, file: Uint8Array, source: string): Promise<ImportOutcome> {
    const reading = parseOdsFile(file);
    if ('faults' in reading)
      throw new Unprocessable(
        reading.faults.map(({ line, reason }) => ({
          field: 'file',
          text: line === null ? reason : `Line ${line}: ${reason}`,
        })),
        'The file was not imported, because some of it cannot be read.',
      );
    const wanted = reading.rows.map((row) => factsOfTrust(row, source));
    const { acts, outcome } = importActs(wanted, await this.queries.heldByKey(actor), {
      reason: source,
      sourceIsNews: false,
    });
    await this.ledger.performAll(actor, acts);
    return outcome;
  }

  /** Imports the sourced file of other bodies with who followed whom; trusts that it names must be there already. */
  async importBodies(actor: Actor, yaml: string): Promise<ImportOutcome> {
    const bodies = parseBodies(yaml);
    const held = await this.queries.heldByKey(actor);
    const { acts, outcome } = importActs(bodies.map(factsOfBody), held, {
      reason: 'register/organisations/other-bodies.yaml',
      sourceIsNews: true,
    });
    await this.ledger.performAll(actor, acts);
    await this.link(actor, bodies);
    return outcome;
  }

  /** Adds one organisation by hand, with where the fact comes from. */
  async register(actor: Actor, organisation: NewOrganisation): Promise<Uuid> {
    const id = newId();
    const record = Object.assign(new Organisation(), {
      ...organisation,
      id,
      odsCode: null,
      publishedName: null,
      otherNames: [],
      nationalGrouping: null,
      geography: null,
      postcode: null,
      openedOn: null,
      closedOn: null,
      confidence: 'A',
    });
    await this.ledger.perform(actor, adding('register', Organisation, record));
    return id;
  }

  private async link(actor: Actor, bodies: readonly LinkedBody[]): Promise<void> {
    const held = await this.queries.heldByKey(actor);
    const linked = await this.queries.linkedPairs(actor);
    const idOf = (key: string): Uuid => {
      const organisation = held.get(key);
      if (!organisation) throw new NotFound(`The register holds no organisation ${key}. Import it first.`);
      return organisation.id;
    };
    const acts = bodies.flatMap((body) =>
      body.successors.flatMap((link): Act[] => {
        const pair = {
          predecessorId: idOf(body.key),
          successorId: idOf(link.body ?? link.ods?.toLowerCase() ?? ''),
        };
        if (linked.has(`${pair.predecessorId} ${pair.successorId}`)) return [];
        const succession = Object.assign(new Succession(), {
          id: newId(),
          ...pair,
          tookPlace: link.planned ? null : (link.date?.toString() ?? null),
          source: link.sources.join(' '),
          confidence: link.confidence,
        });
        return [adding('link', Succession, succession)];
      }),
    );
    await this.ledger.performAll(actor, acts);
  }
}
