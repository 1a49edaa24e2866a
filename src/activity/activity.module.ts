import { Module } from '@nestjs/common';
import { ClaimPictures } from '../deployments/claims/drawing/claim-pictures.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { controllersOfEntries } from '../deployments/entries/controllers-of-entries.js';
import { Entries } from '../deployments/entries/entries.js';
import { ACTIVITY_FIGURES } from './figures/activity-figures.js';
import { ActivityImport } from './importing/activity-import.service.js';
import { ActivityImportPages } from './importing/activity-import.pages.js';
import { pictureOfClaim } from './showing/activity-pictures.js';
import { ActivityTablesPages } from './showing/activity-tables.pages.js';

/** How many people a scheme took on, had and let go, as its trust says it, period by period. */
@Module({
  imports: [DeploymentsModule],
  controllers: [...controllersOfEntries(ACTIVITY_FIGURES), ActivityImportPages, ActivityTablesPages],
  providers: [ActivityImport],
})
export class ActivityModule {
  constructor(entries: Entries, pictures: ClaimPictures) {
    entries.introduce(ACTIVITY_FIGURES);
    pictures.introduce(pictureOfClaim);
  }
}
