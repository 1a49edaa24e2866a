import { withdrawnInWords, type Withdrawable } from '../../evidence/mending/standing.js';
import type { Mention } from '../../evidence/mentions.js';
import { day, plural } from '../../web/words.js';
import { CLAIM_TOPICS, TOPIC_HEADINGS } from '../claims/claim-topics.js';
import { AGENCY_PART_CODES, AGENCY_PARTS } from '../deployment-agency.entity.js';
import { PLACE_KIND_CODES, PLACE_KINDS } from '../deployment-place.entity.js';
import { DETAIL_LABELS } from '../deployment.entity.js';
import { deploymentPage } from '../finding/deployment-page.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import type { SchemeSection } from '../finding/scheme-sections.js';
import { SCREENING_QUESTIONS } from '../screening/classification/screening-questions.js';
import { ordererInWords } from '../life-cycle/halts/halt-words.js';
import { byClaim, byRecord, byTrust, type Said } from './said.js';

/** Everything that is known of one scheme, as somebody may read it. */
export interface SchemeToCompare {
  readonly detail: DeploymentDetail;
  readonly sections: readonly SchemeSection[];
  readonly mentions: readonly Mention[];
}

/** What is said of a scheme, field by field in one order for all schemes; an empty list where nobody has said anything. */
export function fieldsOf(
  scheme: SchemeToCompare,
): readonly (readonly [field: string, said: readonly Said[]])[] {
  const { detail } = scheme;
  return [
    ...factsOf(detail),
    ...placesOf(detail),
    ...AGENCY_PART_CODES.map(
      (part) => [`Who took part: ${AGENCY_PARTS[part]}`, agenciesOf(detail, part)] as const,
    ),
    ...screeningOf(detail),
    ...lifeOf(detail),
    ...CLAIM_TOPICS.map(
      (topic) => [`What is said of it: ${TOPIC_HEADINGS[topic]}`, claimsOf(detail, topic)] as const,
    ),
    [
      'What its trust says against sources',
      detail.corrections.map(({ said, correctedOn }) => byTrust(said, correctedOn)),
    ],
    [
      'Changed since everyone can read it',
      detail.changes.length === 0 ? [] : [byRecord(plural(detail.changes.length, 'change'))],
    ],
    ...scheme.sections.map(
      ({ heading, known }) => [heading, known === null ? [] : [byTrust(known)]] as const,
    ),
    ['What is recorded and published of it', elsewhereOf(scheme)],
  ];
}

function factsOf(detail: DeploymentDetail): readonly (readonly [string, readonly Said[]])[] {
  const { state, overlays } = deploymentPage(detail);
  const own = detail.registeredBy === 'trust' ? byTrust : (text: string) => byClaim(text, null);
  const ofState = detail.claims.filter(({ key }) => detail.stateClaims.includes(key));
  const [first] = ofState;
  const stands = `${state.label}, ${state.when}`;
  const said = ofState.some(({ registeredBy }) => registeredBy === 'trust')
    ? byTrust(stands, first?.asOf ?? null)
    : byClaim(stands, first ? { key: first.key, confidence: detail.stateConfidence } : null);
  const { lead, succeeds, succeededBy, offenceHistory, offenceHistoryOn, note, website } = detail;
  return [
    [DETAIL_LABELS.title, [own(detail.title)]],
    [DETAIL_LABELS.area, [own(detail.area)]],
    ['Where it stands', [said]],
    ['What is said of where it stands', detail.stateNote === '' ? [] : [own(detail.stateNote)]],
    ['Marks', overlays.map(byRecord)],
    ['Trust that answers for it', lead === null ? [] : [own(leadInWords(detail, lead.name))]],
    ['Follows', succeeds === null ? [] : [byRecord(succeeds.title)]],
    ['Followed by', succeededBy.map(({ title }) => byRecord(title))],
    [DETAIL_LABELS.note, note === null ? [] : [byTrust(note)]],
    [DETAIL_LABELS.website, website === null ? [] : [byTrust(website)]],
    [
      'Convictions or cautions of the people on it',
      offenceHistory === null ? [] : [byTrust(deploymentPage(detail).offenceHistory ?? '', offenceHistoryOn)],
    ],
    ['Names', detail.names.map((name) => namedBy(detail, name.name, name))],
  ];
}

function leadInWords({ leadClosedOn, leadSuccessors }: DeploymentDetail, name: string): string {
  const closed = leadClosedOn === null ? [] : [`closed ${day(leadClosedOn)}`];
  return [name, ...closed, ...leadSuccessors.map((one) => `succeeded by ${one.name}`)].join(', ');
}

function placesOf(detail: DeploymentDetail): readonly (readonly [string, readonly Said[]])[] {
  return [
    ...PLACE_KIND_CODES.map(
      (kind) =>
        [
          `Where it lies: ${PLACE_KINDS[kind]}`,
          detail.places
            .filter((place) => place.kind === kind)
            .map((place) => namedBy(detail, place.name, place)),
        ] as const,
    ),
    [
      'Addresses of its organisations',
      detail.addresses.map(({ name, town, postcode, source }) =>
        byClaim(`${name}: ${[town, postcode].filter((part) => part !== null).join(', ')} (${source})`, null),
      ),
    ],
  ];
}

function agenciesOf(detail: DeploymentDetail, part: string): readonly Said[] {
  return detail.agencies
    .filter((agency) => agency.part === part)
    .map((agency) => namedBy(detail, agency.name, agency));
}

function screeningOf({
  screenings,
  ...detail
}: DeploymentDetail): readonly (readonly [string, readonly Said[]])[] {
  const { screening } = deploymentPage({ ...detail, screenings });
  const answered = screening?.answeredOn ?? null;
  return [
    ['Screening by what it does', screening ? [byTrust(screening.label, answered)] : []],
    ...SCREENING_QUESTIONS.map(({ code, question }) => {
      const answer = screening?.answers.find((one) => one.code === code);
      return [`Screening ${code}: ${question}`, answer ? [byTrust(answer.answer, answered)] : []] as const;
    }),
  ];
}

function lifeOf(detail: DeploymentDetail): readonly (readonly [string, readonly Said[]])[] {
  const { steps } = deploymentPage(detail);
  return [
    ['Steps in its life', steps.map(({ title, when, text }) => byTrust(`${title}, ${day(when)}. ${text}`))],
    [
      'Halts',
      detail.halts.map((halt) => {
        const said = `Ordered by ${ordererInWords(halt)}, to hold from ${day(halt.effectiveOn)}. ${halt.reason}`;
        return halt.outside === null ? byTrust(said, halt.orderedOn) : byRecord(said);
      }),
    ],
  ];
}

function claimsOf({ claims }: DeploymentDetail, topic: string): readonly Said[] {
  return claims
    .filter((claim) => claim.topic === topic)
    .map((claim) => {
      const text = withMark(claim.statement, claim);
      return claim.registeredBy === 'trust' ? byTrust(text, claim.asOf) : byClaim(text, claim);
    });
}

function elsewhereOf({ sections, mentions }: SchemeToCompare): readonly Said[] {
  const told = new Set(sections.map(({ href }) => href));
  return mentions
    .filter(({ href }) => !told.has(href))
    .map(({ text, state }) => byRecord(state === undefined ? text : `${text}: ${state}`));
}

/** A name, a place or an agency: the trust's own word, or what a claim supports. */
function namedBy(
  { claims }: DeploymentDetail,
  text: string,
  entry: Readonly<Withdrawable> & { readonly claimKey: string | null },
): Said {
  const marked = withMark(text, entry);
  if (entry.claimKey === null) return byTrust(marked);
  return byClaim(marked, claims.find(({ key }) => key === entry.claimKey) ?? null);
}

function withMark(text: string, entry: Readonly<Withdrawable>): string {
  const withdrawn = withdrawnInWords(entry);
  return withdrawn === null ? text : `${text} (${withdrawn})`;
}
