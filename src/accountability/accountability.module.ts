import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { controllersOfEntries } from '../deployments/entries/controllers-of-entries.js';
import { Entries } from '../deployments/entries/entries.js';
import { ASSESSMENTS } from './assessments/assessments.js';
import { COMMISSIONING_DECISIONS } from './decisions/commissioning-decisions.js';
import { ENDORSEMENTS } from './endorsements/endorsements.js';

const KINDS = [COMMISSIONING_DECISIONS, ENDORSEMENTS, ASSESSMENTS];

/** Who decided, paid for and endorsed a scheme, and what was assessed first, so that "who was responsible" has an answer or shows as unanswered. */
@Module({ imports: [DeploymentsModule], controllers: controllersOfEntries(...KINDS) })
export class AccountabilityModule {
  constructor(entries: Entries) {
    entries.introduce(...KINDS);
  }
}
