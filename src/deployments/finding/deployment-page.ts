import { day } from '../../web/words.js';
import { withdrawnInWords } from '../../evidence/mending/standing.js';
import { claimCard, sureness } from '../claims/claim-card.js';
import { claimSets } from '../claims/claim-sets.js';
import { TOPIC_HEADINGS } from '../claims/claim-topics.js';
import type { ClaimView } from '../claims/claim-view.js';
import { AGENCY_PARTS } from '../deployment-agency.entity.js';
import { NAME_KINDS } from '../deployment-name.entity.js';
import { DETAIL_LABELS, DETAIL_NAMES, type Overlay } from '../deployment.entity.js';
import { OFFENCE_HISTORY_WORDS } from '../offence-history.js';
import type { DeploymentDetail, DeploymentRow } from './deployment-view.js';
import { falseFriendsIn } from './false-friends.js';
import { LIFE_CYCLE_LABELS, type LifeCycleState } from '../life-cycle-state.js';
import { CLASS_WORDS } from '../screening/classification/class-words.js';
import { whereItLies } from './where-it-lies.js';
import { screeningResult } from '../screening/classification/screening-result.js';

const OVERLAY_WORDS: Readonly<Record<Overlay, string>> = {
  UNDER_REVIEW: 'Under review',
  CONTESTED: 'Contested: accounts of what it is differ',
  NON_RESPONDER: 'The trust has not answered',
};

const STATE_TONES: Partial<Record<LifeCycleState, string>> = {
  LIVE: 'attention',
  TRAINING: 'attention',
  HALT_ORDERED: 'stop',
  STEPPING_DOWN: 'stop',
  PAUSED: 'waiting',
};

/** A deployment in a list, as a page shows it. */
export function deploymentCard(row: DeploymentRow) {
  return {
    key: row.key,
    href: `/deployments/${row.key}`,
    title: row.title,
    area: row.area,
    names: row.names,
    lead: row.lead?.name ?? null,
    state: stateOf(row),
    screened: row.classification === null ? null : CLASS_WORDS[row.classification].label,
    fictional: row.fictional,
    draft: !row.published,
  };
}

/** Everything about a deployment, as its page shows it. */
export function deploymentPage(detail: DeploymentDetail) {
  const cards = new Map(detail.claims.map((claim) => [claim.key, claimCard(claim)]));
  const supporting = detail.stateClaims.flatMap((key) => cards.get(key) ?? []);
  return {
    title: detail.title,
    caption: detail.area,
    tabTitle: `${detail.title}, ${detail.area}`,
    detail,
    state: stateOf(detail),
    supporting,
    facts: factsOf(detail),
    offenceHistory: offenceHistoryOf(detail),
    overlays: detail.overlays.map((overlay) => OVERLAY_WORDS[overlay]),
    names: detail.names.map((name) => ({
      ...name,
      kind: NAME_KINDS[name.kind],
      withdrawn: withdrawnInWords(name),
    })),
    agencies: detail.agencies.map((agency) => ({
      name: agency.name,
      href: agency.organisation ? `/organisations/${agency.organisation.key}` : null,
      part: AGENCY_PARTS[agency.part],
      claimKey: agency.claimKey,
      withdrawn: withdrawnInWords(agency),
    })),
    ...whereItLies(detail),
    topics: topicsOf(detail.claims),
    falseFriends: falseFriendsIn([detail.title, ...detail.names.map(({ name }) => name)]),
    screening: detail.screenings[0] ? screeningResult(detail.screenings[0]) : null,
    earlierScreenings: detail.screenings.slice(1).map(({ answeredOn, classification }) => ({
      when: answeredOn,
      title: CLASS_WORDS[classification].label,
    })),
    steps: detail.transitions.map((step) => ({
      when: step.happened,
      title: `${LIFE_CYCLE_LABELS[step.fromState]} → ${LIFE_CYCLE_LABELS[step.toState]}`,
      text: step.reason,
      ...(step.raises.length > 0 && { by: `This puts in question: ${step.raises.join(', ')}` }),
    })),
  };
}

/** What its trust says of it in short, but for what stands at the head of the page. */
function factsOf(detail: DeploymentDetail) {
  return DETAIL_NAMES.filter((name) => name !== 'title' && name !== 'note').map((name) => ({
    key: DETAIL_LABELS[name],
    value: detail[name],
    isLink: name === 'website',
  }));
}

/** Everything that its trust says of it, each with the place where it can be changed. */
export function detailRows(detail: DeploymentDetail) {
  return DETAIL_NAMES.map((name) => ({
    key: DETAIL_LABELS[name],
    value: detail[name],
    change: `/deployments/${detail.key}/details`,
    hidden: DETAIL_LABELS[name].toLowerCase(),
  }));
}

/** What the trust says of the people on the scheme; null while it has not said. */
function offenceHistoryOf({ offenceHistory, offenceHistoryOn }: DeploymentDetail): string | null {
  if (offenceHistory === null || offenceHistoryOn === null) return null;
  return `${OFFENCE_HISTORY_WORDS[offenceHistory]}. Said by the trust on ${day(offenceHistoryOn)}.`;
}

/** What is said, topic by topic, with what contradicts itself side by side. */
function topicsOf(claims: readonly ClaimView[]) {
  const sets = claimSets(claims);
  const topics = [...new Set(sets.map(({ topic }) => topic))];
  return topics.map((topic) => {
    const ofTopic = sets.filter((set) => set.topic === topic);
    return {
      heading: TOPIC_HEADINGS[topic],
      disagree: ofTopic.some(({ disagree }) => disagree),
      count: ofTopic.flatMap((set) => set.claims).length,
      sets: ofTopic.map((set) => ({ disagree: set.disagree, cards: set.claims.map(claimCard) })),
    };
  });
}

function stateOf({
  stateCode,
  stateAt,
  stateConfidence,
}: Pick<DeploymentRow, 'stateCode' | 'stateAt' | 'stateConfidence'>) {
  return {
    label: LIFE_CYCLE_LABELS[stateCode],
    tone: STATE_TONES[stateCode] ?? 'quiet',
    when: stateAt === null ? 'date not known' : `as of ${day(stateAt)}`,
    sure: stateCode === 'UNKNOWN' ? null : sureness(stateConfidence),
  };
}
