import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { FlowsApi } from './recording/flows.api.js';
import { DisclosingApi } from './disclosing/disclosing.api.js';
import { FlowSigningApi } from './signing/flow-signing.api.js';
import { Register } from '../evidence/register.js';
import { citationCheckPolicy } from './citations/citation-check.policy.js';
import { CitationCheck } from './citations/citation-check.entity.js';
import { CitationsApi } from './citations/citations.api.js';
import { CitationsPages } from './citations/citations.pages.js';
import { CitationsQueries } from './citations/citations.queries.js';
import { CitationsService } from './citations/citations.service.js';
import { ComparingApi } from './comparing/comparing.api.js';
import { ComparingPages } from './comparing/comparing.pages.js';
import { ComparingService } from './comparing/comparing.service.js';
import { DataFlow } from './flow/data-flow.entity.js';
import { DisclosingIntroduced } from './disclosing/disclosing-introduced.js';
import { dataSharingPolicy } from './data-sharing.policy.js';
import { FlowSigningPages } from './signing/flow-signing.pages.js';
import { FlowSigningQueries } from './signing/flow-signing.queries.js';
import { FlowsToSign } from './signing/flow-to-sign.js';
import { SigningQueue } from './signing/signing-queue.js';
import { Disclosures } from './disclosing/disclosures.js';
import { DisclosingPages } from './disclosing/disclosing.pages.js';
import { AsItStoodPages } from './examining/as-it-stood.pages.js';
import { ExaminingQueries } from './examining/examining.queries.js';
import { FlowsAsTheyStood } from './examining/flows-as-they-stood.js';
import { LeadingPages } from './examining/leading.pages.js';
import { MatrixPages } from './examining/matrix.pages.js';
import { ExchangeApi } from './exchange/exchange.api.js';
import { ExchangePages } from './exchange/exchange.pages.js';
import { ExchangeQueries } from './exchange/exchange.queries.js';
import { FlowImportService } from './exchange/flow-import.service.js';
import { FlowSignOff } from './flow/flow-sign-off.entity.js';
import { FlowsQueries } from './flow/flows.queries.js';
import { FlowsService } from './recording/flows.service.js';
import { JudgingQueries } from './judging/judging.queries.js';
import { FlowDraft } from './answering/flow-draft.js';
import { FlowPages } from './recording/flow.pages.js';
import { ItemPages } from './answering/item.pages.js';
import { OutcomesQueries } from './recording/outcomes.queries.js';
import { OwnFlow } from './recording/own-flow.js';
import { PutAsidePages } from './recording/put-aside.pages.js';
import { RecordingIntroduced } from './recording/recording-introduced.js';
import { SchemeFlowsPages } from './recording/scheme-flows.pages.js';
import { SectionPages } from './answering/section.pages.js';
import { SubmitPages } from './submitting/submit.pages.js';
import { FlowPart } from './partners/flow-part.entity.js';
import { flowPartPolicy } from './partners/flow-part.policy.js';
import { PartnersApi } from './partners/partners.api.js';
import { PartnersPages } from './partners/partners.pages.js';
import { PartnersQueries } from './partners/partners.queries.js';
import { PartnersService } from './partners/partners.service.js';
import { FlowDocuments } from './showing/flow-documents.js';
import { FlowSigningService } from './signing/flow-signing.service.js';

/**
 * Data flows of deployments and their legal basis, judged by published rules at the dates they ran. It says what a record
 * shows and never that somebody broke the law; it never edits what was submitted, and never hides dissent or a result.
 *
 * What a flow is and what is said of it, without pages: `record/` (the structure of a flow), `rules/` (one rule a file),
 * `judging/` (a stored flow put before the rules), `signing/` (sign-off, override, judging anew).
 * How it becomes words: `answering/` (the questions of the form, for each field of the record), `showing/` (the record,
 * the report and the timeline for readers), `comparing/` (two reports side by side).
 * Who meets it where: `recording/` (the trust that fills it in), `exchange/` (the same in files), `deciding/` (those who
 * sign), `examining/` (reviewers and auditors), `disclosing/` (everybody), `partners/` (bodies in whose name something is
 * recorded), `citations/` (references of rules that are being checked), `api/` (programs). `views/` holds the templates of
 * deciding, examining and disclosing, and the macros that all pages share.
 */
@Module({
  imports: [DeploymentsModule],
  controllers: [
    FlowsApi,
    FlowSigningApi,
    DisclosingApi,
    SchemeFlowsPages,
    FlowPages,
    SubmitPages,
    PutAsidePages,
    SectionPages,
    ItemPages,
    ExchangePages,
    ExchangeApi,
    ComparingPages,
    ComparingApi,
    PartnersPages,
    PartnersApi,
    CitationsPages,
    CitationsApi,
    FlowSigningPages,
    DisclosingPages,
    MatrixPages,
    AsItStoodPages,
    LeadingPages,
  ],
  providers: [
    FlowsQueries,
    FlowsService,
    JudgingQueries,
    FlowSigningService,
    ExchangeQueries,
    FlowImportService,
    OutcomesQueries,
    OwnFlow,
    FlowDraft,
    RecordingIntroduced,
    ComparingService,
    PartnersQueries,
    PartnersService,
    CitationsQueries,
    CitationsService,
    FlowSigningQueries,
    FlowsToSign,
    SigningQueue,
    Disclosures,
    ExaminingQueries,
    FlowsAsTheyStood,
    FlowDocuments,
    DisclosingIntroduced,
  ],
  exports: [FlowsQueries, FlowsService, FlowSigningService],
})
export class DataSharingModule {
  constructor(access: Access, register: Register) {
    access.adopt(dataSharingPolicy);
    access.adopt(flowPartPolicy);
    access.adopt(citationCheckPolicy);
    register.introduce(
      { recorded: DataFlow, singular: 'data flow', plural: 'data flows' },
      { recorded: FlowSignOff, singular: 'sign-off of a data flow', plural: 'sign-offs of data flows' },
    );
    register.addPlaces(
      { href: '/flows-to-sign', text: 'Flows to sign', verb: 'sign', subject: FlowSignOff, order: 34 },
      { href: '/examined-flows', text: 'Data flows', verb: 'examine', subject: DataFlow, order: 35 },
      { href: '/recorded-in-our-name', text: 'In your name', verb: 'read', subject: FlowPart, order: 63 },
      { href: '/rule-references', text: 'References', verb: 'record', subject: CitationCheck, order: 93 },
    );
  }
}
