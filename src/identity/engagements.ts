import type { Uuid } from '../kernel/identifiers.js';

/** One record a person takes part in by name, such as a review whose interests they have declared. */
export interface Engagement {
  readonly kind: string;
  readonly recordId: Uuid;
}

/**
 * The records of one kind that a person takes part in. A policy names them by this; in memory it is a set of ids, in SQL
 * and in row-level security a look into the table `access.engagement`, which PostgreSQL keeps by itself.
 */
export class EngagedRecords {
  constructor(
    readonly personId: Uuid | null,
    readonly kind: string,
    private readonly ids: ReadonlySet<Uuid>,
  ) {}

  /** True when the person takes part in no record of this kind. */
  get isEmpty(): boolean {
    return this.ids.size === 0;
  }

  /** True when the person takes part in this record. */
  includes(id: unknown): boolean {
    return typeof id === 'string' && this.ids.has(id);
  }
}

/** No record, whoever asks. */
export const NO_RECORDS = new EngagedRecords(null, '', new Set());

/** All that one person takes part in. Whoever has the same version of it takes part in the same. */
export class Engagements {
  constructor(
    readonly version: string,
    private readonly idsByKind: ReadonlyMap<string, ReadonlySet<Uuid>>,
  ) {}

  /** A few engagements, as a test or a command names them. */
  static of(engagements: readonly Engagement[]): Engagements {
    const kinds = new Set(engagements.map(({ kind }) => kind));
    const ids = (wanted: string): readonly Uuid[] =>
      engagements.flatMap(({ kind, recordId }) => (kind === wanted ? [recordId] : []));
    return new Engagements(
      JSON.stringify(engagements),
      new Map([...kinds].map((kind) => [kind, new Set(ids(kind))])),
    );
  }

  /** The ids of the records of one kind. */
  idsOf(kind: string): ReadonlySet<Uuid> {
    return this.idsByKind.get(kind) ?? NONE;
  }
}

const NONE: ReadonlySet<Uuid> = new Set();

/** Nothing that anybody takes part in. */
export const NO_ENGAGEMENTS = Engagements.of([]);
