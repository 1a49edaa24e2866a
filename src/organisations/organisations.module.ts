import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { OrganisationImportPages } from './organisation-import.pages.js';
import { organisationPolicy } from './organisation.policy.js';
import { OrganisationsApi } from './organisations.api.js';
import { OrganisationsPages } from './organisations.pages.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { OrganisationsService } from './organisations.service.js';
import { TrustsImport } from './trusts-import.js';

/**
 * The bodies behind schemes, their published codes, and who followed whom. It never guesses: each fact has a source
 * and a confidence, and an import that has one bad row changes nothing.
 */
@Module({
  controllers: [OrganisationImportPages, OrganisationsPages, OrganisationsApi],
  providers: [OrganisationsQueries, OrganisationsService, TrustsImport],
  exports: [OrganisationsQueries, OrganisationsService],
})
export class OrganisationsModule {
  constructor(access: Access) {
    access.adopt(organisationPolicy);
  }
}
