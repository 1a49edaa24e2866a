import { SCORE_SCALE } from '../../review-method/scoring/score-scale.js';
import type {
  PublishedContent,
  PublishedCriterion,
  PublishedFinding,
  PublishedReply,
  PublishedScore,
} from './published-content.js';
import { stateCell, type StateTag, type TableRows } from '../table-cells.js';
import {
  agreementSentences,
  gravityWords,
  panelSentences,
  ratingState,
  REPLY_WORDS,
  scoreWords,
  SETTLED_WORDS,
  silenceWords,
} from './result-words.js';

/** One criterion as the page shows it: the layers as short cells, and each with its reasons. */
export interface CriterionSection {
  readonly code: string;
  readonly requirement: string;
  readonly gravity: string | null;
  readonly inferred: boolean;
  readonly sources: readonly string[];
  readonly counted: string;
  readonly layers: readonly {
    readonly who: string;
    readonly score: string;
    readonly notes: string;
    readonly text: string;
  }[];
}

/** One point of reply with what it says of the finding in words. */
export interface ReplyInWords extends PublishedReply {
  readonly kindWords: string;
}

/** A published result as its page shows it. It is made of the frozen content alone. */
export interface ResultPage {
  readonly content: PublishedContent;
  readonly overall: StateTag;
  readonly silence: string | null;
  readonly redLines: TableRows;
  readonly domainRows: TableRows;
  readonly domains: readonly {
    readonly code: string;
    readonly name: string;
    readonly criteria: readonly CriterionSection[];
  }[];
  readonly open: readonly { readonly title: string; readonly criteria: readonly CriterionSection[] }[];
  readonly table: { readonly columns: readonly string[]; readonly rows: TableRows };
  readonly trustReplies: readonly ReplyInWords[];
  readonly groupReplies: readonly ReplyInWords[];
  readonly agreement: readonly string[];
  readonly panel: readonly string[];
  readonly scale: readonly { readonly term: string; readonly meaning: string }[];
}

/** Turns frozen content into what its page shows: the overall rating first, red lines before anything else. */
export function resultPage(content: PublishedContent): ResultPage {
  const sections = new Map(
    content.criteria.map((criterion) => [criterion.code, criterionSection(criterion)]),
  );
  const these = (codes: readonly string[]): CriterionSection[] =>
    codes.flatMap((code) => sections.get(code) ?? []);
  const codesWhere = (holds: (criterion: PublishedCriterion) => boolean): string[] =>
    content.criteria.filter(holds).map(({ code }) => code);
  const replies = content.replies.map((reply) => ({ ...reply, kindWords: REPLY_WORDS[reply.kind] }));
  const isTrust = ({ organisation }: PublishedReply): boolean => organisation === content.review.organisation;
  return {
    content,
    overall: ratingState(content.rating.overall),
    silence: silenceWords(content.review.answering),
    redLines: these(codesWhere(({ gravity }) => gravity === 'RED_LINE')).map(
      ({ code, requirement, counted }) => [{ text: code, href: `#${code}` }, requirement, counted],
    ),
    domainRows: content.domains.map(({ code, name, rating, working }) => [
      { text: name, href: `#domain-${code}` },
      stateCell(ratingState(rating)),
      working[0]?.sentence ?? 'No criterion of this domain applies.',
    ]),
    domains: content.domains.map(({ code, name }) => ({
      code,
      name,
      criteria: these(codesWhere(({ domain }) => domain === code)),
    })),
    open: [
      { title: 'Not answered', criteria: these(content.open.notAnswered) },
      { title: 'Cannot be verified', criteria: these(content.open.cannotBeVerified) },
      { title: 'Not applicable, as the reviewers agreed', criteria: these(content.open.notApplicable) },
    ],
    table: layersTable(content),
    trustReplies: replies.filter(isTrust),
    groupReplies: replies.filter((reply) => !isTrust(reply)),
    agreement: content.agreement ? agreementSentences(content.agreement) : [],
    panel: panelSentences(content.panel),
    scale: SCORE_SCALE.map(({ score, label, meaning }) => ({ term: `${score}: ${label}`, meaning })),
  };
}

function criterionSection(criterion: PublishedCriterion): CriterionSection {
  const { code, requirement, gravity, inferred, sources, self, independent, counted } = criterion;
  const words = (score: Parameters<typeof scoreWords>[0]): string => scoreWords(score, gravity);
  return {
    code,
    requirement,
    gravity: gravityWords(gravity),
    inferred,
    sources,
    counted: words(counted?.score ?? null),
    layers: [
      ...(self
        ? [{ who: 'The trust', score: words(self.score), notes: evidenceNote(self), text: self.reason }]
        : []),
      ...independent.map((given) => ({
        who: `Reviewer ${given.reviewer}`,
        score: words(given.score),
        notes: `${evidenceNote(given)}, ${given.confidence} confidence`,
        text: given.rationale,
      })),
      ...(counted ? [finding(counted, words)] : []),
    ],
  };
}

function finding(
  counted: PublishedFinding,
  words: (score: PublishedScore['score']) => string,
): CriterionSection['layers'][number] {
  const capped = counted.score !== counted.moderated;
  const how = SETTLED_WORDS[counted.settledBy];
  return {
    who: 'What counts',
    score: words(counted.score),
    notes: capped ? `${how}, and lowered from ${counted.moderated} because of weak evidence` : how,
    text:
      counted.minorityView === ''
        ? counted.reason
        : `${counted.reason}\n\nMinority view: ${counted.minorityView}`,
  };
}

function evidenceNote({
  grade,
  evidence,
}: {
  readonly grade: string | null;
  readonly evidence: number;
}): string {
  const documents = evidence === 1 ? '1 document' : `${String(evidence)} documents`;
  return grade === null ? documents : `evidence of grade ${grade}, ${documents}`;
}

function layersTable({ criteria }: PublishedContent): ResultPage['table'] {
  const letters = [
    ...new Set(criteria.flatMap(({ independent }) => independent.map(({ reviewer }) => reviewer))),
  ].sort();
  return {
    columns: ['Criterion', 'The trust', ...letters.map((letter) => `Reviewer ${letter}`), 'What counts'],
    rows: criteria.map(({ code, self, independent, counted }) => [
      { text: code, href: `#${code}` },
      self?.score ?? 'X',
      ...letters.map((letter) => independent.find(({ reviewer }) => reviewer === letter)?.score ?? '–'),
      counted?.score ?? 'X',
    ]),
  };
}
