import { informationPolicy } from './information-requests/information.policy.js';
import { InformationApi } from './information-requests/information.api.js';
import { InformationInRoundsPages } from './information-requests/information-in-rounds.pages.js';
import { InformationPages } from './information-requests/information.pages.js';
import { InformationPublished } from './information-requests/information-published.js';
import { InformationQueries } from './information-requests/information.queries.js';
import { InformationService } from './information-requests/information.service.js';
import { nilReturnPolicy } from './nil-returns/nil-return.policy.js';
import { NilReturnsApi } from './nil-returns/nil-returns.api.js';
import { NilReturnsPages } from './nil-returns/nil-returns.pages.js';
import { NilReturnsQueries } from './nil-returns/nil-returns.queries.js';
import { NilReturnsService } from './nil-returns/nil-returns.service.js';
import { SigningNilReturnsPages } from './nil-returns/signing-nil-returns.pages.js';
import { OnePartnerReturnPages } from './partner-returns/one-partner-return.pages.js';
import { partnerPolicy } from './partner-returns/partner.policy.js';
import { PartnerReturnsApi } from './partner-returns/partner-returns.api.js';
import { PartnerReturnsMentioned } from './partner-returns/partner-returns-mentioned.js';
import { PartnerReturnsPages } from './partner-returns/partner-returns.pages.js';
import { PartnerReturnsQueries } from './partner-returns/partner-returns.queries.js';
import { PartnerReturnsService } from './partner-returns/partner-returns.service.js';
import { SettingAsideService } from './nil-returns/setting-aside.service.js';
import { BoardApi } from './board/board.api.js';
import { BoardPages } from './board/board.pages.js';
import { BoardQueries } from './board/board.queries.js';
import { Boards } from './board/boards.js';
import { RoundsHome } from './board/rounds-home.js';
import { RoundTableApi } from './round-table/round-table.api.js';
import { RoundTablePages } from './round-table/round-table.pages.js';
import { RoundTableQueries } from './round-table/round-table.queries.js';
import { RoundTables } from './round-table/round-tables.js';
import { scopePolicy } from './scoping/scope.policy.js';
import { RemovingService } from './scoping/removing.service.js';
import { ScopeFilesPages } from './scoping/scope-files.pages.js';
import { ScopesApi } from './scoping/scopes.api.js';
import { PanelDrawsApi } from './assigning/drawing/panel-draws.api.js';
import { PanelDrawsPages } from './assigning/drawing/panel-draws.pages.js';
import { PanelDrawsQueries } from './assigning/drawing/panel-draws.queries.js';
import { ScopesPages } from './scoping/scopes.pages.js';
import { ScopesQueries } from './scoping/scopes.queries.js';
import { ScopesService } from './scoping/scopes.service.js';
import { namingPolicy } from './scoping/naming/naming.policy.js';
import { NamingsApi } from './scoping/naming/namings.api.js';
import { NamingsPages } from './scoping/naming/namings.pages.js';
import { NamingsQueries } from './scoping/naming/namings.queries.js';
import { NamingsService } from './scoping/naming/namings.service.js';
import { NamingsMentioned } from './scoping/naming/namings-mentioned.js';

/** What is asked of organisations in a round and what they answer, for the module to wire: scope, schemes named, nil returns, table, requests. */
export const IN_ROUNDS = {
  policies: [partnerPolicy, informationPolicy, nilReturnPolicy, scopePolicy, namingPolicy],
  apis: [
    PanelDrawsApi,
    PartnerReturnsApi,
    ScopesApi,
    NamingsApi,
    NilReturnsApi,
    RoundTableApi,
    BoardApi,
    InformationApi,
  ],
  pages: [
    PanelDrawsPages,
    ScopeFilesPages,
    PartnerReturnsPages,
    OnePartnerReturnPages,
    ScopesPages,
    NamingsPages,
    NilReturnsPages,
    SigningNilReturnsPages,
    RoundTablePages,
    BoardPages,
    InformationPages,
    InformationInRoundsPages,
  ],
  queries: [
    PanelDrawsQueries,
    PartnerReturnsQueries,
    ScopesQueries,
    NamingsQueries,
    NilReturnsQueries,
    RoundTableQueries,
    RoundTables,
    BoardQueries,
    Boards,
    InformationQueries,
  ],
  services: [
    RemovingService,
    SettingAsideService,
    PartnerReturnsService,
    ScopesService,
    NamingsService,
    NilReturnsService,
    InformationService,
  ],
  /** What tells other rooms of it when it starts. */
  told: [RoundsHome, PartnerReturnsMentioned, NamingsMentioned, InformationPublished],
} as const;
