import { Global, Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { actorOf } from '../identity/request-actor.js';
import { LayoutContext } from '../web/layout/layout-context.js';
import { AudiencePages } from './audience/audience.pages.js';
import { AudienceService } from './audience/audience.service.js';
import { correctionPolicy } from './corrections/correction.policy.js';
import { Correction } from './corrections/correction.entity.js';
import { CorrectionsApi } from './corrections/corrections.api.js';
import { CorrectionsPages } from './corrections/corrections.pages.js';
import { CorrectionsQueries } from './corrections/corrections.queries.js';
import { CorrectionsService } from './corrections/corrections.service.js';
import { CorrectionsShown } from './corrections/corrections-shown.js';
import { Background } from './background.js';
import { CriteriaDomains } from './criteria-domains.js';
import { ClosingApi } from './closing/closing.api.js';
import { ClosingPages } from './closing/closing.pages.js';
import { ClosingService } from './closing/closing.service.js';
import { ContentsCheck } from './contents/contents-check.js';
import { EvidenceFiles } from './contents/evidence-files.js';
import { Documented } from './documented.js';
import { EvidenceApi } from './documents/evidence.api.js';
import { EvidencePages } from './documents/evidence.pages.js';
import { EvidenceQueries } from './documents/evidence.queries.js';
import { EvidenceItem } from './documents/evidence-item.entity.js';
import { evidencePolicy } from './documents/evidence.policy.js';
import { EvidenceService } from './documents/evidence.service.js';
import { HistoryShown } from './history/history-shown.js';
import { EntriesPages } from './mending/entries.pages.js';
import { MendingApi } from './mending/mending.api.js';
import { MendingPages } from './mending/mending.pages.js';
import { MendingQueries } from './mending/mending.queries.js';
import { MendingService } from './mending/mending.service.js';
import { PublishableParts } from './publishable-parts.js';
import { Register } from './register.js';
import { CitableSource } from './sources/citable-source.entity.js';
import { sourcePolicy } from './sources/source.policy.js';
import { SourceRooms } from './sources/source-rooms.js';
import { SourcesApi } from './sources/sources.api.js';
import { SourcesPages } from './sources/sources.pages.js';
import { SourcesQueries } from './sources/sources.queries.js';
import { SourcesService } from './sources/sources.service.js';

/** Files, and what every kind of record tells the rest of the system. It never decides what a record means. */
@Global()
@Module({
  controllers: [
    EvidencePages,
    AudiencePages,
    EvidenceApi,
    CorrectionsPages,
    CorrectionsApi,
    ClosingPages,
    ClosingApi,
    EntriesPages,
    MendingPages,
    MendingApi,
    SourcesPages,
    SourcesApi,
  ],
  providers: [
    Register,
    Documented,
    Background,
    CriteriaDomains,
    PublishableParts,
    EvidenceFiles,
    ContentsCheck,
    EvidenceService,
    AudienceService,
    EvidenceQueries,
    ClosingService,
    MendingQueries,
    MendingService,
    CorrectionsQueries,
    CorrectionsService,
    CorrectionsShown,
    HistoryShown,
    SourceRooms,
    SourcesQueries,
    SourcesService,
  ],
  exports: [
    Register,
    Documented,
    Background,
    CriteriaDomains,
    PublishableParts,
    EvidenceService,
    EvidenceQueries,
    CorrectionsService,
    MendingService,
    HistoryShown,
    SourceRooms,
    SourcesQueries,
  ],
})
export class EvidenceModule {
  constructor(layout: LayoutContext, register: Register, access: Access) {
    access.adopt(evidencePolicy, correctionPolicy, sourcePolicy);
    register.introduce({
      recorded: EvidenceItem,
      singular: 'document',
      plural: 'documents',
      pageOf: (id) => `/evidence/${id}`,
    });
    register.introduce({ recorded: CitableSource, singular: 'source', plural: 'sources' });
    register.introduce({ recorded: Correction, singular: 'correction', plural: 'corrections' });
    layout.contribute((request) => ({
      navigation: register.placesFor(actorOf(request)).map((place) => ({
        ...{ href: place.href, text: place.text },
        isOwn: register.isOwn(place),
        under: place.under,
      })),
    }));
  }
}
