import { Injectable } from '@nestjs/common';

/** That records of a kind bear on criteria of the review, as the kind itself declares it. */
export interface Bearing {
  /** What the records are called together: "Data flows and their legal basis". */
  readonly heading: string;
  /** One sentence that says what of them a reviewer can read for the criterion. */
  readonly what: string;
  /** Domains of the framework: `SIM-DAT` for every criterion whose code begins so. */
  readonly bearsOn: readonly string[];
}

/** Which kinds of record bear on which criteria. The kinds declare it when they start, so that no list names them all. */
@Injectable()
export class Bearings {
  private readonly declared: Bearing[] = [];

  /** Declares kinds. */
  declare(...bearings: readonly Bearing[]): void {
    this.declared.push(...bearings);
  }

  /** The kinds that bear on a criterion, by its code. */
  on(criterion: string): readonly Bearing[] {
    return this.declared.filter(({ bearsOn }) =>
      bearsOn.some((domain) => criterion.startsWith(`${domain}-`)),
    );
  }
}
