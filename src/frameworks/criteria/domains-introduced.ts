import { Injectable } from '@nestjs/common';
import { CriteriaDomains } from '../../evidence/criteria-domains.js';
import { FrameworksQueries } from '../frameworks.queries.js';

/** Tells other rooms what the domains of the newest edition are called. */
@Injectable()
export class DomainsIntroduced {
  constructor(frameworks: FrameworksQueries, domains: CriteriaDomains) {
    domains.introduce(async (actor) => {
      const newest = await frameworks.newest(actor);
      return new Map(newest?.edition.domains.map(({ code, name }) => [`SIM-${code}`, name]));
    });
  }
}
