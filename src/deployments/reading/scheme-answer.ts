import type { Mention } from '../../evidence/mentions.js';
import type { ShownCorrection } from '../../evidence/corrections/corrections-shown.js';
import { asSentence, plural } from '../../web/words.js';
import { claimSets } from '../claims/claim-sets.js';
import { TOPIC_HEADINGS } from '../claims/claim-topics.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import type { SchemeSection } from '../finding/scheme-sections.js';

/** What a room knows of a scheme, as a card of its page. */
type SectionShown = Pick<SchemeSection, 'heading' | 'href' | 'known' | 'unanswered' | 'bearsOn'>;

/** What rooms and corrections say beside the record. */
interface SaidBeside {
  readonly mentions: readonly Mention[];
  readonly sections: readonly SchemeSection[];
  readonly corrections: readonly ShownCorrection[];
}

/** What the page of a scheme answers first: what is contested, what nobody has answered, and what each room knows. */
export function answerOf(detail: DeploymentDetail, beside: SaidBeside) {
  const { mentions } = beside;
  const mentioned = mentions.filter((one) => !one.isResult && !one.againstScreening).map(sectionOf);
  const told = beside.sections.map(({ known, ...one }) => ({ ...one, known: known && asSentence(known) }));
  const sections: readonly SectionShown[] = [...mentioned, ...told];
  return {
    contested: contestedIn(detail, beside),
    results: mentions.filter(({ isResult }) => isResult),
    sections,
    notAnswered: notAnsweredOf(detail),
    unansweredElsewhere: sections.reduce((sum, { unanswered }) => sum + unanswered.length, 0),
  };
}

function sectionOf({ text, href, state, unanswered = [], bearsOn = [] }: Mention): SectionShown {
  const known = unanswered.length > 0 || state === undefined ? null : asSentence(state);
  return { heading: text, href, known, unanswered, bearsOn };
}

function contestedIn(
  { claims }: DeploymentDetail,
  { mentions, corrections }: SaidBeside,
): readonly Pick<Mention, 'text' | 'href'>[] {
  const apart = claimSets(claims).filter(({ disagree }) => disagree);
  const inferred = claims.filter(({ confidence }) => confidence === 'inference');
  return [
    ...apart.map(({ topic, claims: [first, ...others] }) => ({
      text: `${TOPIC_HEADINGS[topic]}: ${plural(others.length + 1, 'statement')} disagree`,
      href: `#claim-${first?.key ?? ''}`,
    })),
    ...corrections
      .filter(({ overtaken }) => !overtaken)
      .map(({ what, by }) => ({ text: `${what}: ${by} says otherwise`, href: '#corrections' })),
    ...mentions.filter(({ againstScreening }) => againstScreening),
    ...inferred.map(({ key, statement }) => ({
      text: `Inferred, no source says it: ${statement}`,
      href: `#claim-${key}`,
    })),
  ];
}

function notAnsweredOf(detail: DeploymentDetail): readonly string[] {
  const isSaid = (topic: string): boolean => detail.claims.some((claim) => claim.topic === topic);
  return [
    ...(detail.lead === null ? ['No source names a trust that answers for it.'] : []),
    ...(isSaid('START') ? [] : ['Nobody has said when it began.']),
    ...(detail.screenings.length > 0
      ? []
      : ['No trust has answered the screening questions for this scheme.']),
    ...(detail.offenceHistory === null
      ? ['The trust has not said whether the people on it have convictions or cautions.']
      : []),
  ];
}
