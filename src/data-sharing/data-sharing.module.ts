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
import { LawCiting } from './citations/law-citing.js';
import { ComparingApi } from './comparing/comparing.api.js';
import { ComparingPages } from './comparing/comparing.pages.js';
import { ComparingService } from './comparing/comparing.service.js';
import { DataFlow } from './flow/data-flow.entity.js';
import { DisclosingIntroduced } from './disclosing/disclosing-introduced.js';
import { FLOWS_BEAR } from './disclosing/flows-bear.js';
import { LawIntroduced } from './disclosing/law-introduced.js';
import { dataSharingPolicy } from './data-sharing.policy.js';
import { FlowSigningPages } from './signing/flow-signing.pages.js';
import { FlowSigningQueries } from './signing/flow-signing.queries.js';
import { FlowsToSign } from './signing/flow-to-sign.js';
import { SigningQueue } from './signing/signing-queue.js';
import { DisclosuresQueries } from './disclosing/disclosures.queries.js';
import { DisclosingPages } from './disclosing/disclosing.pages.js';
import { AsItStoodPages } from './examining/as-it-stood.pages.js';
import { ExaminingQueries } from './examining/examining.queries.js';
import { FlowsAsTheyStood } from './examining/flows-as-they-stood.js';
import { LeadingApi } from './examining/leading.api.js';
import { LeadingPages } from './examining/leading.pages.js';
import { LeadingService } from './examining/leading.service.js';
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
import { NextLawPages } from './answering/next-law.pages.js';
import { OutcomesQueries } from './recording/outcomes.queries.js';
import { OwnFlow } from './recording/own-flow.js';
import { PickLawPages } from './picking/pick-law.pages.js';
import { ProvisionsApi } from './looking-up/provisions.api.js';
import { ProvisionsPages } from './looking-up/provisions.pages.js';
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
import { controllersOfEntries } from '../deployments/entries/controllers-of-entries.js';
import { Entries } from '../deployments/entries/entries.js';
import { SELECTION_SOURCES_KIND } from './selecting/selection-sources.js';
import { FlowsToJudge } from './weighing/flow-to-judge.js';
import { WeighingApi } from './weighing/weighing.api.js';
import { WeighingPages } from './weighing/weighing.pages.js';
import { WeighingQueries } from './weighing/weighing.queries.js';
import { WeighingService } from './weighing/weighing.service.js';
import { FlowDocuments } from './showing/flow-documents.js';
import { FlowSigningService } from './signing/flow-signing.service.js';

/**
 * Data flows of deployments and their legal basis, judged by published rules at the dates they ran. It says what a record
 * shows and never that somebody broke the law; it never edits what was submitted, and never hides dissent or a result.
 *
 * What is recorded: `flow/` (the flow and everything said of it, as stored and read), `judging/` (a stored flow put before
 * the rules of legal-basis). How it becomes words: `questions/` (the questions of the form, for each field of the record),
 * `showing/` (record, report and timeline for readers), `comparing/` (two reports side by side).
 * Who meets it where: `recording/` (the trust begins a flow, follows it with a version, puts it aside), `answering/` (page by
 * page), `picking/` (law for a field, from the list), `submitting/`, `exchange/` (the same in files), `signing/`,
 * `weighing/` (people judge what a record only states), `examining/` (reviewers and auditors), `disclosing/`
 * (everybody), `selecting/` (where people are searched for), `partners/` (bodies in whose name something is recorded), `citations/` (references that are being checked),
 * `looking-up/` (the list of provisions of law).
 */
@Module({
  imports: [DeploymentsModule],
  controllers: [
    FlowsApi,
    FlowSigningApi,
    LeadingApi,
    DisclosingApi,
    SchemeFlowsPages,
    FlowPages,
    SubmitPages,
    PutAsidePages,
    SectionPages,
    PickLawPages,
    NextLawPages,
    ItemPages,
    ExchangePages,
    ExchangeApi,
    ComparingPages,
    ComparingApi,
    PartnersPages,
    PartnersApi,
    CitationsPages,
    CitationsApi,
    ProvisionsPages,
    ProvisionsApi,
    FlowSigningPages,
    DisclosingPages,
    MatrixPages,
    AsItStoodPages,
    LeadingPages,
    WeighingPages,
    WeighingApi,
    ...controllersOfEntries(SELECTION_SOURCES_KIND),
  ],
  providers: [
    FlowsQueries,
    FlowsService,
    JudgingQueries,
    FlowSigningService,
    LeadingService,
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
    LawCiting,
    FlowSigningQueries,
    FlowsToSign,
    SigningQueue,
    DisclosuresQueries,
    ExaminingQueries,
    FlowsAsTheyStood,
    FlowDocuments,
    ...[DisclosingIntroduced, LawIntroduced],
    WeighingQueries,
    WeighingService,
    FlowsToJudge,
  ],
  exports: [FlowsQueries, FlowsService, FlowSigningService, LeadingService, WeighingService],
})
export class DataSharingModule {
  constructor(access: Access, register: Register, entries: Entries) {
    entries.introduce(SELECTION_SOURCES_KIND);
    access.adopt(dataSharingPolicy);
    access.adopt(flowPartPolicy);
    access.adopt(citationCheckPolicy);
    register.introduce(
      { recorded: DataFlow, singular: 'data flow', plural: 'data flows', bearing: FLOWS_BEAR },
      { recorded: FlowSignOff, singular: 'sign-off of a data flow', plural: 'sign-offs of data flows' },
    );
    register.addPlaces(
      { href: '/flows-to-sign', text: 'Flows to sign', verb: 'sign', subject: FlowSignOff, order: 34 },
      {
        href: '/examined-flows',
        under: '/deployments',
        text: 'Data flows',
        verb: 'examine',
        subject: DataFlow,
        order: 35,
      },
      {
        href: '/recorded-in-our-name',
        under: '/deployments',
        text: 'In your name',
        verb: 'read',
        subject: FlowPart,
        order: 63,
      },
      {
        href: '/rule-references',
        under: '/deployments',
        text: 'References',
        verb: 'record',
        subject: CitationCheck,
        order: 93,
      },
    );
  }
}
