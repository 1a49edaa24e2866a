import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { SCORE_SCALE } from '../../review-method/scoring/score-scale.js';
import type {
  PublishedContent,
  PublishedCriterion,
  PublishedReply,
  PublishedStatement,
} from '../content/published-content.js';
import type { TableRows } from '../table-cells.js';
import { criterionSection, type CriterionSection } from './criterion-section.js';
import {
  domainRows,
  domainSections,
  otherDomains,
  scoresColumns,
  type DomainSection,
} from './domain-sections.js';
import { agreementSentences, panelSentences, ratingState, REPLY_WORDS } from './result-words.js';
import { whatHappened, type ResultStep } from './what-happened.js';
import type { StateTag } from '../../web/state-tag.js';

/** One point of reply with what it says of the finding in words. */
export interface ReplyInWords extends PublishedReply {
  readonly kindWords: string;
  readonly href: string;
}

/** A statement of a user-led group, with where the criterion that it is about stands on the page. */
interface PlacedStatement extends PublishedStatement {
  readonly href: string | null;
}

/** What another part of the register says, as definitions. */
export interface PartSection {
  readonly key: string;
  readonly title: string;
  readonly first: readonly Definition[];
  readonly rest: readonly Definition[];
  readonly cautions: readonly string[];
}

interface Definition {
  readonly term: string;
  readonly meaning: string;
}

/** What the address says in place of the code of a domain to unfold every one. */
export const EVERY_DOMAIN = 'all';

/** A published result as its page shows it. It is made of the frozen content alone. */
export interface ResultPage {
  readonly content: PublishedContent;
  readonly overall: StateTag;
  readonly happened: readonly ResultStep[];
  readonly redLines: TableRows;
  /** The domains that are not assured, with the first reason of each. */
  readonly domainRows: TableRows;
  /** What is said once of all domains that are assured, or to which nothing applies. */
  readonly otherDomains: readonly string[];
  readonly domains: readonly DomainSection[];
  readonly isWhole: boolean;
  readonly open: readonly { readonly title: string; readonly criteria: readonly CriterionSection[] }[];
  readonly columns: readonly string[];
  /** What other parts of the register say, the first thing of each in sight and the rest folded. */
  readonly parts: readonly PartSection[];
  readonly statements: readonly PlacedStatement[];
  readonly trustReplies: readonly ReplyInWords[];
  readonly groupReplies: readonly ReplyInWords[];
  readonly agreement: readonly string[];
  readonly panel: readonly string[];
  readonly scale: readonly { readonly term: string; readonly meaning: string }[];
}

/** Turns frozen content into what its page shows: what happened and the red lines first, the single scores folded. */
export function resultPage(
  content: PublishedContent,
  unfolded = '',
  publishedOn: CalendarDay | null = null,
): ResultPage {
  const isOpen = (domain: string): boolean => unfolded === EVERY_DOMAIN || unfolded === domain;
  const sections = new Map(
    content.criteria.map((criterion) => [criterion.code, criterionSection(criterion, isOpen, content)]),
  );
  const these = (codes: readonly string[]): CriterionSection[] =>
    codes.flatMap((code) => sections.get(code) ?? []);
  const codesWhere = (holds: (criterion: PublishedCriterion) => boolean): string[] =>
    content.criteria.filter(holds).map(({ code }) => code);
  const replies = content.replies.map((reply) => ({
    ...reply,
    kindWords: REPLY_WORDS[reply.kind],
    href: sections.get(reply.criterion)?.href ?? '#scores',
  }));
  const isTrust = ({ organisation }: PublishedReply): boolean => organisation === content.review.organisation;
  return {
    content,
    overall: ratingState(content.rating.overall),
    happened: whatHappened(content, publishedOn),
    redLines: these(codesWhere(({ gravity }) => gravity === 'RED_LINE')).map(
      ({ code, href, requirement, counted }) => [{ text: code, href, code: true }, requirement, counted],
    ),
    domainRows: domainRows(content),
    otherDomains: otherDomains(content),
    domains: domainSections(content, sections, isOpen),
    isWhole: unfolded === EVERY_DOMAIN,
    open: [
      { title: 'Not answered', criteria: these(content.open.notAnswered) },
      { title: 'Cannot be verified', criteria: these(content.open.cannotBeVerified) },
      { title: 'Not applicable, as the reviewers agreed', criteria: these(content.open.notApplicable) },
    ],
    columns: scoresColumns(content),
    parts: content.parts.map(partSection),
    statements: content.statements.map((statement) => ({
      ...statement,
      href: sections.get(statement.criterion ?? '')?.href ?? null,
    })),
    trustReplies: replies.filter(isTrust),
    groupReplies: replies.filter((reply) => !isTrust(reply)),
    agreement: content.agreement ? agreementSentences(content.agreement, content.framework) : [],
    panel: panelSentences(content.panel),
    scale: SCORE_SCALE.map(({ score, label, meaning }) => ({ term: `${score}: ${label}`, meaning })),
  };
}

function partSection({ key, title, lines, cautions }: PublishedContent['parts'][number]): PartSection {
  const definitions = lines.map(({ label, value }) => ({ term: label, meaning: value }));
  return { key, title, first: definitions.slice(0, 1), rest: definitions.slice(1), cautions };
}
