import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { ConcernsModule } from '../concerns/concerns.module.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { controllersOfEntries } from '../deployments/entries/controllers-of-entries.js';
import { Entries } from '../deployments/entries/entries.js';
import { Register } from '../evidence/register.js';
import { COMPLAINTS_FIGURES } from './figures/complaints-figures.js';
import { OwnReferralsPages } from './referrals/own-referrals.pages.js';
import { Referral } from './referrals/referral.entity.js';
import { referralPolicy } from './referrals/referral.policy.js';
import { ReferralsHome } from './referrals/referrals-home.js';
import { ReferralsApi } from './referrals/referrals.api.js';
import { ReferralsPages } from './referrals/referrals.pages.js';
import { ReferralsQueries } from './referrals/referrals.queries.js';
import { ReferralsService } from './referrals/referrals.service.js';
import { ComplaintRoutesApi } from './routes/complaint-routes.api.js';
import { ComplaintRoutesPage } from './routes/complaint-routes.pages.js';

/**
 * What complaints a trust declares of its scheme, and passing a concern on to whoever must answer it, each referral with its own class, route and clock. It never makes an
 * NHS complaint of a concern unless the person asked, and never passes on what they did not agree to.
 */
@Module({
  imports: [ConcernsModule, DeploymentsModule],
  controllers: [
    ...[ReferralsPages, OwnReferralsPages, ComplaintRoutesPage, ReferralsApi, ComplaintRoutesApi],
    ...controllersOfEntries(COMPLAINTS_FIGURES),
  ],
  providers: [ReferralsService, ReferralsQueries, ReferralsHome],
  exports: [ReferralsService],
})
export class ComplaintsModule {
  constructor(access: Access, register: Register, entries: Entries) {
    entries.introduce(COMPLAINTS_FIGURES);
    access.adopt(referralPolicy);
    register.introduce({
      recorded: Referral,
      singular: 'referral',
      plural: 'referrals',
      pageOf: (id) => `/referrals/${id}`,
    });
    register.addPlaces({
      href: '/referrals',
      under: '/concerns',
      text: 'Passed on',
      verb: 'read',
      subject: Referral,
      order: 62,
    });
  }
}
