import type { Json } from '../../kernel/canonical-json.js';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { CitedSource } from '../claims/claim.entity.js';
import type { AgencyPart } from '../deployment-agency.entity.js';
import type { NameKind } from '../deployment-name.entity.js';
import type { ClaimConfidence, Overlay, RegisteredBy } from '../deployment.entity.js';
import type { OffenceHistory } from '../offence-history.js';
import type { LifeCycleState } from '../life-cycle-state.js';
import type { Classification } from '../screening/classification/classify.js';
import type { ScreeningAnswers, ScreeningEvidence } from '../screening/classification/screening-questions.js';

/** An organisation as a deployment names it. */
export interface NamedOrganisation {
  readonly id: Uuid;
  readonly key: string;
  readonly name: string;
}

/** One deployment in a list. */
export interface DeploymentRow {
  readonly id: Uuid;
  readonly key: string;
  readonly title: string;
  readonly area: string;
  readonly lead: NamedOrganisation | null;
  readonly stateCode: LifeCycleState;
  readonly stateAt: string | null;
  readonly stateConfidence: ClaimConfidence;
  readonly overlays: readonly Overlay[];
  /** Every name it has gone by. */
  readonly names: readonly string[];
  /** What the newest screening found; null when none was made. */
  readonly classification: Classification | null;
  readonly fictional: boolean;
  readonly published: boolean;
}

/** A name with where it comes from. */
export interface NameView {
  readonly name: string;
  readonly kind: NameKind;
  readonly claimKey: string | null;
}

/** An agency and the part it played; `organisation` is null when the register does not hold it. */
export interface AgencyView {
  readonly organisation: NamedOrganisation | null;
  readonly name: string;
  readonly part: AgencyPart;
  readonly claimKey: string | null;
}

/** A claim as it is shown. */
export interface ClaimView {
  readonly id: Uuid;
  readonly key: string;
  readonly registeredBy: RegisteredBy;
  readonly topic: string;
  readonly statement: string;
  readonly value: Json;
  readonly figures: Json;
  readonly dated: string | null;
  readonly planned: boolean;
  readonly asOf: string | null;
  readonly sources: readonly CitedSource[];
  readonly confidence: ClaimConfidence;
  readonly contradicts: readonly string[];
  readonly cautions: readonly string[];
  readonly scope: string | null;
}

/** A screening as it is shown. */
export interface ScreeningView {
  readonly id: Uuid;
  readonly answeredOn: string;
  readonly answers: ScreeningAnswers;
  readonly evidence: ScreeningEvidence;
  readonly classification: Classification;
}

/** A step of the life cycle as it is shown. */
export interface TransitionView {
  readonly id: Uuid;
  readonly fromState: LifeCycleState;
  readonly toState: LifeCycleState;
  readonly happened: string;
  readonly reason: string;
  readonly answers: Json;
  readonly raises: readonly string[];
}

/** A halt as it is shown. */
export interface HaltView {
  readonly id: Uuid;
  readonly orderedBy: string;
  readonly orderedOn: string;
  readonly effectiveOn: string;
  readonly reason: string;
}

/** Another deployment, as a link to it. */
export interface LinkedDeployment {
  readonly key: string;
  readonly title: string;
}

/** Everything the register holds of one deployment. */
export interface DeploymentDetail extends Omit<DeploymentRow, 'names'> {
  readonly revision: number;
  readonly leadOrganisationId: Uuid | null;
  readonly stateClaims: readonly string[];
  readonly stateNote: string;
  readonly registeredBy: RegisteredBy;
  readonly takenUp: boolean;
  readonly note: string | null;
  /** What its trust says of the people on it, all together; null while it has not said. */
  readonly offenceHistory: OffenceHistory | null;
  readonly offenceHistoryOn: CalendarDay | null;
  readonly succeeds: LinkedDeployment | null;
  readonly succeededBy: readonly LinkedDeployment[];
  readonly names: readonly NameView[];
  readonly agencies: readonly AgencyView[];
  readonly claims: readonly ClaimView[];
  /** Newest first. */
  readonly screenings: readonly ScreeningView[];
  /** Newest first. */
  readonly transitions: readonly TransitionView[];
  /** Newest first. */
  readonly halts: readonly HaltView[];
}
