import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Register } from '../evidence/register.js';
import { KINDS_OF_ORGANISATIONS } from './organisation-kinds.js';
import { OrganisationImportPages } from './importing/trusts/organisation-import.pages.js';
import { organisationPolicy } from './organisation.policy.js';
import { OrganisationsCiting } from './finding/organisations-citing.js';
import { OrganisationMentions } from './finding/organisation-mentions.js';
import { OrganisationsApi } from './finding/organisations.api.js';
import { OrganisationsPages } from './finding/organisations.pages.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { OrganisationsService } from './importing/organisations.service.js';
import { PlannedTrustsQueries } from './importing/trusts/planned-trusts.queries.js';
import { TrustsImport } from './importing/trusts/trusts-import.js';
import { FormerNamesApi } from './former-names/former-names.api.js';
import { FormerNamesPages } from './former-names/former-names.pages.js';
import { FormerNamesService } from './former-names/former-names.service.js';
import { SuccessionsPages } from './succeeding/successions.pages.js';
import { SuccessionsService } from './succeeding/successions.service.js';
import { TrustsService } from './importing/trusts/trusts.service.js';

/**
 * The bodies behind schemes, their published codes, and who followed whom. It never guesses: each fact has a source
 * and a confidence, and an import that has one bad row changes nothing.
 */
@Module({
  controllers: [
    OrganisationImportPages,
    SuccessionsPages,
    FormerNamesPages,
    OrganisationsPages,
    OrganisationsApi,
    FormerNamesApi,
  ],
  providers: [
    OrganisationMentions,
    OrganisationsCiting,
    OrganisationsQueries,
    OrganisationsService,
    PlannedTrustsQueries,
    TrustsImport,
    TrustsService,
    SuccessionsService,
    FormerNamesService,
  ],
  exports: [
    OrganisationMentions,
    OrganisationsQueries,
    OrganisationsService,
    TrustsService,
    SuccessionsService,
  ],
})
export class OrganisationsModule {
  constructor(access: Access, register: Register) {
    register.introduce(...KINDS_OF_ORGANISATIONS);
    access.adopt(organisationPolicy);
  }
}
