import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { controllersOfEntries } from '../deployments/entries/controllers-of-entries.js';
import { Entries } from '../deployments/entries/entries.js';
import { USE_FIGURES } from './figures/use-figures.js';
import { UseTablesPages } from './showing/use-tables.pages.js';

/** What people on a scheme used of other services and what it cost, as its trust says it, year by year. */
@Module({
  imports: [DeploymentsModule],
  controllers: [...controllersOfEntries(USE_FIGURES), UseTablesPages],
})
export class SpendingModule {
  constructor(entries: Entries) {
    entries.introduce(USE_FIGURES);
  }
}
