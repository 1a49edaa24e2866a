import { Injectable } from '@nestjs/common';
import type { Look } from '../../ledger/act.js';
import type { Organisation } from '../../organisations/organisation.entity.js';
import type { RecordedEntity } from '../../platform/database/recorded.js';
import type { FurtherName, RegisterFiles } from './files/register-files.js';
import type { LoadDirection } from './planning/load-direction.js';
import type { KindPlan } from './planning/load-plan.js';

/** What the plans of further facts need of the rest of the load. */
export interface FurtherTerms {
  readonly files: RegisterFiles;
  readonly direction: LoadDirection;
  /** The reason that the log keeps. */
  readonly reason: string;
  /** Every organisation by its key, as it will stand; those that this load adds among them. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** True for an organisation that this load adds. */
  isNew(organisation: Organisation): boolean;
}

/** What loading would do with the files of a sort. @throws FactFileFault with everything that does not fit. */
export type FurtherPlanner = (terms: FurtherTerms) => readonly KindPlan<RecordedEntity>[];

/** A sort of facts that a room above brings to the register's folder. */
export interface FurtherSort {
  /** The names at the top of its files. */
  readonly names: readonly FurtherName[];
  /** Reads what is there of its kinds, as the transaction sees it, to compare it with what the files say. */
  prepared(look: Look): Promise<FurtherPlanner>;
}

/** The sorts of facts that rooms above bring: they introduce themselves, so that loading knows no room that knows it. */
@Injectable()
export class FurtherFacts {
  private readonly sorts: FurtherSort[] = [];

  /** Makes a sort known. */
  introduce(sort: FurtherSort): void {
    this.sorts.push(sort);
  }

  /** The planners of those sorts of which there are files. */
  async planners(look: Look, { further }: RegisterFiles): Promise<readonly FurtherPlanner[]> {
    const there = this.sorts.filter(({ names }) => further.some(({ name }) => names.includes(name)));
    return Promise.all(there.map((sort) => sort.prepared(look)));
  }
}
