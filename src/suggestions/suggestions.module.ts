import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { ConcernsModule } from '../concerns/concerns.module.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { Register } from '../evidence/register.js';
import { AnsweringApi } from './answering/answering.api.js';
import { AnsweringPages } from './answering/answering.pages.js';
import { AnsweringService } from './answering/answering.service.js';
import { SchemeSuggestion } from './suggestion.entity.js';
import { suggestionPolicy } from './suggestion.policy.js';
import { SuggestionsQueries } from './suggestions.queries.js';
import { TellingApi } from './telling/telling.api.js';
import { TellingPages } from './telling/telling.pages.js';
import { TellingService } from './telling/telling.service.js';

/**
 * Schemes that the register lacks, told by anybody without an account and answered by a lead reviewer or an administrator.
 * It never publishes what was told, asks nobody who they are, and no trust reads or dismisses what is said of it.
 */
@Module({
  imports: [ConcernsModule, DeploymentsModule],
  controllers: [TellingPages, TellingApi, AnsweringPages, AnsweringApi],
  providers: [SuggestionsQueries, TellingService, AnsweringService],
})
export class SuggestionsModule {
  constructor(access: Access, register: Register) {
    access.adopt(suggestionPolicy);
    register.introduce({
      recorded: SchemeSuggestion,
      singular: 'suggestion of a scheme',
      plural: 'suggestions of schemes',
      pageOf: (id) => `/suggestions/${id}`,
    });
    register.addPlaces({
      ...{ href: '/suggestions', under: '/deployments', text: 'Schemes told of' },
      ...{ verb: 'answer', subject: SchemeSuggestion, order: 62 },
    });
  }
}
