import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { controllersOfEntries } from '../deployments/entries/controllers-of-entries.js';
import { Entries } from '../deployments/entries/entries.js';
import { INCIDENT_COUNTS } from './counted/incident-counts.js';

/** Deaths and incidents on a scheme, as rounded counts and published references. It keeps no exact small number and nobody's name. */
@Module({ imports: [DeploymentsModule], controllers: controllersOfEntries(INCIDENT_COUNTS) })
export class IncidentsModule {
  constructor(entries: Entries) {
    entries.introduce(INCIDENT_COUNTS);
  }
}
