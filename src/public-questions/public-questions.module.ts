import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { ConcernsModule } from '../concerns/concerns.module.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { Register } from '../evidence/register.js';
import { AnsweringQuestionsApi } from './answering/answering.api.js';
import { AnsweringQuestionsPages } from './answering/answering.pages.js';
import { AnsweringQuestionsService } from './answering/answering.service.js';
import { AskedHaltsQueries } from './asked-halts.queries.js';
import { AskingApi } from './asking/asking.api.js';
import { AskingInPublicPages } from './asking/asking.pages.js';
import { AskingService } from './asking/asking.service.js';
import { QuestionReceipts } from './asking/question-receipts.js';
import { ReceiptsOfQuestionsQueries } from './asking/receipts-of-questions.queries.js';
import { ModeratingApi } from './moderating/moderating.api.js';
import { ModeratingPages } from './moderating/moderating.pages.js';
import { ModeratingService } from './moderating/moderating.service.js';
import { ToReadQueries } from './moderating/to-read.queries.js';
import { PublicAnswer } from './public-answer.entity.js';
import { PublicQuestion } from './public-question.entity.js';
import { publicQuestionPolicy } from './public-question.policy.js';
import { PublicQuestionsQueries } from './showing/public-questions.queries.js';
import { QuestionsOfSchemes } from './showing/questions-of-schemes.js';
import { PublicQuestionsApi } from './showing/showing.api.js';
import { PublicQuestionsPages } from './showing/showing.pages.js';

/**
 * Questions about a halt whose day has passed, asked by anybody without an account, put up by people outside every
 * organisation, and answered by the trust and by whoever ordered the halt, or seen unanswered. Nobody is asked who they are,
 * nobody changes what was asked, and what is not put up is counted where everybody sees it.
 */
@Module({
  imports: [ConcernsModule, DeploymentsModule],
  controllers: [
    ...[AskingInPublicPages, AskingApi, ModeratingPages, ModeratingApi],
    ...[AnsweringQuestionsPages, AnsweringQuestionsApi, PublicQuestionsPages, PublicQuestionsApi],
  ],
  providers: [
    ...[AskedHaltsQueries, PublicQuestionsQueries, ReceiptsOfQuestionsQueries, ToReadQueries],
    ...[QuestionReceipts, AskingService, ModeratingService, AnsweringQuestionsService, QuestionsOfSchemes],
  ],
})
export class PublicQuestionsModule {
  constructor(access: Access, register: Register) {
    access.adopt(publicQuestionPolicy);
    register.introduce(
      {
        recorded: PublicQuestion,
        singular: 'public question',
        plural: 'public questions',
        pageOf: (id) => `/questions/${id}`,
      },
      {
        recorded: PublicAnswer,
        singular: 'answer to a public question',
        plural: 'answers to public questions',
      },
    );
    register.addPlaces(
      {
        ...{ href: '/questions', under: '/deployments', text: 'Public questions' },
        ...{ verb: 'follow', subject: PublicQuestion, order: 14 },
      },
      {
        ...{ href: '/questions/moderation', under: '/deployments', text: 'Questions to read' },
        ...{ verb: 'moderate', subject: PublicQuestion, order: 63 },
      },
    );
  }
}
