import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Deployment } from '../deployments/deployment.entity.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { Register } from '../evidence/register.js';
import { AnsweringSuccessionApi } from './answering/answering-succession.api.js';
import { AnsweringSuccessionPages } from './answering/answering-succession.pages.js';
import { AnsweringSuccessionService } from './answering/answering.service.js';
import { AnswersQueries } from './answering/answers.queries.js';
import { SUCCESSION_ANSWERS, SuccessionAnswer } from './answering/succession-answer.entity.js';
import { successionAnswerPolicy } from './answering/succession-answer.policy.js';
import { EndedSchemesQueries } from './rescreening/ended-schemes.queries.js';
import { RescreeningApi } from './rescreening/rescreening.api.js';
import { RescreeningPages } from './rescreening/rescreening.pages.js';
import { SuccessionWatch } from './watching/succession-watch.js';
import { SuccessorsApi } from './watching/successors.api.js';
import { SuccessorsMentioned } from './watching/successors-mentioned.js';
import { SuccessorsPages } from './watching/successors.pages.js';
import { WatchQueries } from './watching/watch.queries.js';

/**
 * Schemes that may go on under another name: computed from what the register says of both, answered by their trusts, and
 * screened again after an end. It never says that a scheme is the successor of another, and no answer takes a suggestion away.
 */
@Module({
  imports: [DeploymentsModule],
  controllers: [
    RescreeningPages,
    RescreeningApi,
    SuccessorsPages,
    SuccessorsApi,
    AnsweringSuccessionPages,
    AnsweringSuccessionApi,
  ],
  providers: [
    WatchQueries,
    AnswersQueries,
    EndedSchemesQueries,
    SuccessionWatch,
    AnsweringSuccessionService,
    SuccessorsMentioned,
  ],
})
export class SuccessionModule {
  constructor(access: Access, register: Register) {
    access.adopt(successionAnswerPolicy);
    register.introduce({
      recorded: SuccessionAnswer,
      singular: 'answer about a successor',
      plural: 'answers about successors',
      fields: {
        says: { label: 'Whether it follows', words: SUCCESSION_ANSWERS },
        ended: 'What ended',
        different: 'What is different',
        people: 'What became of the people',
      },
    });
    register.addPlaces({
      ...{ href: '/successors', under: '/deployments', text: 'Under another name' },
      ...{ verb: 'read', subject: Deployment, order: 14 },
    });
  }
}
