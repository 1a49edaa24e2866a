import { Module } from '@nestjs/common';
import { ClaimPictures } from '../deployments/claims/drawing/claim-pictures.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { controllersOfEntries } from '../deployments/entries/controllers-of-entries.js';
import { Entries } from '../deployments/entries/entries.js';
import { USE_FIGURES } from './figures/use-figures.js';
import { pictureOfCostClaim } from './showing/use-pictures.js';
import { UseTablesPages } from './showing/use-tables.pages.js';

/** What people on a scheme used of other services and what it cost, as its trust says it, year by year. */
@Module({
  imports: [DeploymentsModule],
  controllers: [...controllersOfEntries(USE_FIGURES), UseTablesPages],
})
export class SpendingModule {
  constructor(entries: Entries, pictures: ClaimPictures) {
    entries.introduce(USE_FIGURES);
    pictures.introduce(pictureOfCostClaim);
  }
}
