import { countedScore, type Limits } from '../../review-method/scoring/cap-by-evidence.js';
import { RATING_WORDS } from '../../review-method/rating/rating.js';
import { reviewResult, type ReviewResult } from '../../review-method/review-result.js';
import { plural } from '../../web/words.js';
import { meetingModel, type MeetingModel } from '../meeting/meeting-model.js';
import { reviewerNumbers, type ReviewSheet, type SheetLine } from './review-sheet.js';

/** One criterion with what each says of it, as pages show it side by side. Reviewers are numbers. */
export interface LineModel extends Omit<SheetLine, 'scores'> {
  readonly scores: readonly (SheetLine['scores'][number] & {
    readonly reviewer: string;
    readonly shown: string;
    /** Why it was changed before it was locked, each time. */
    readonly changed: readonly string[];
  })[];
  readonly meeting: MeetingModel;
}

/** One domain with its criteria, folded until somebody asks for it. */
export interface DomainModel {
  readonly code: string;
  readonly name: string;
  readonly gist: string;
  readonly isOpen: boolean;
  readonly rows: readonly (readonly (string | { readonly href: string; readonly text: string })[])[];
  readonly lines: readonly LineModel[];
}

/** What the address says in place of the code of a domain to unfold every one. */
const EVERY_DOMAIN = 'all';

/** What the page of findings shows: the layers of each criterion side by side, the rating with its working, and agreement. */
export interface FindingsModel {
  readonly columns: readonly { readonly text: string }[];
  readonly domains: readonly DomainModel[];
  readonly isWhole: boolean;
  readonly review: ReviewSheet['review'];
  readonly rating: object | null;
  readonly agreement: readonly { readonly key: string; readonly value: string }[];
  readonly after: string | null;
  readonly notes: readonly string[];
}

/** Makes the model of a sheet, with the domain of this code unfolded; nothing is worked out in the template. */
export function findingsModel(sheet: ReviewSheet, unfolded = ''): FindingsModel {
  const { review, edition, lines } = sheet;
  const number = reviewerNumbers(sheet);
  const assignments = [
    ...new Map(lines.flatMap(({ scores }) => scores.map((one) => [one.assignmentId, one.became] as const))),
  ].sort(([one], [other]) => (one < other ? -1 : 1));
  const result = reviewResult(sheet);
  return {
    review,
    columns: [
      'Criterion',
      'Trust',
      ...assignments.map(([id, became]) => `Reviewer ${String(number(id))}${asideWords(became)}`),
      'Counts',
    ].map((text) => ({ text })),
    domains: edition.domains.flatMap(({ code, name }) => {
      const own = lines.filter(({ domain }) => domain === code);
      const isOpen = unfolded === EVERY_DOMAIN || unfolded === code;
      return own.length === 0
        ? []
        : [
            {
              ...{ code, name, isOpen, gist: gistOf(own) },
              rows: own.map((line) => scoresRow(line, assignments)),
              lines: own.map((line) => lineModel(line, number)),
            },
          ];
    }),
    isWhole: unfolded === EVERY_DOMAIN,
    rating: result && ratingModel(result, sheet),
    agreement: result ? agreementRows(result) : [],
    after: result && afterWords(result),
    notes: result?.agreement.notes ?? [],
  };
}

/** How many criteria a domain has, and about how many of them reviewers have a reason to meet. */
function gistOf(lines: readonly SheetLine[]): string {
  const toMeet = lines.filter(({ need }) => need.reasons.length > 0).length;
  const all = plural(lines.length, 'criterion', 'criteria');
  return toMeet === 0 ? all : `${all}, ${String(toMeet)} with a reason to meet`;
}

function scoresRow(
  line: SheetLine,
  assignments: readonly (readonly [assignmentId: string, became: unknown])[],
): DomainModel['rows'][number] {
  return [
    { href: `#${line.code}`, text: line.code },
    line.self?.score ?? 'X',
    ...assignments.map(([id]) => scoreOf(line, id)),
    line.finding ? countedScore(line.finding, line.need.limits) : 'Not yet',
  ];
}

function asideWords(became: SheetLine['scores'][number]['became']): string {
  return became === 'set-aside' ? ' (set aside)' : '';
}

function scoreOf({ scores, need }: SheetLine, assignmentId: string): string {
  const given = scores.find((score) => score.assignmentId === assignmentId);
  return given ? shown(given, need.limits) : 'None';
}

function shown(given: Parameters<typeof countedScore>[0], limits: Limits): string {
  const counts = countedScore(given, limits);
  return counts === given.score ? counts : `${given.score}, counts as ${counts}`;
}

/** Makes the model of one criterion; `number` numbers the reviewers of the whole sheet. */
export function lineModel(line: SheetLine, number: (assignmentId: string) => number): LineModel {
  return {
    ...line,
    scores: line.scores.map((given) => ({
      ...given,
      reviewer: `${String(number(given.assignmentId))}${asideWords(given.became)}`,
      shown: shown(given, line.need.limits),
      changed: line.changes
        .filter(({ assignmentId }) => assignmentId === given.assignmentId)
        .map(({ score, changedBecause }) => `to ${score}: ${changedBecause ?? ''}`),
    })),
    meeting: meetingModel(line, number),
  };
}

function ratingModel({ rating }: ReviewResult, { edition }: ReviewSheet): object {
  return {
    ...RATING_WORDS[rating.overall],
    working: rating.working,
    domains: rating.domains.map(({ domain, rating: own, working, notApplicable }) => ({
      name: edition.domains.find(({ code }) => code === domain)?.name ?? domain,
      label: own === null ? 'No criterion applies' : RATING_WORDS[own].label,
      working,
      notApplicable,
    })),
  };
}

function agreementRows({ agreement, reviewers }: ReviewResult): { key: string; value: string }[] {
  const { ordinalAlpha, ordinalAlphaInterval: interval } = agreement;
  const range = interval ? ` (95% interval ${figure(interval.low)} to ${figure(interval.high)})` : '';
  return [
    { key: 'Reviewers', value: String(reviewers) },
    { key: 'Criteria with two scores or more', value: String(agreement.pairedUnits) },
    { key: 'Criteria with two numbers or more (n)', value: String(agreement.pairedNumbers) },
    { key: 'Same score', value: figure(agreement.rawAgreement) },
    { key: 'Krippendorff’s alpha, ordinal', value: `${figure(ordinalAlpha)}${range}` },
    { key: 'Weighted kappa, quadratic', value: figure(agreement.quadraticKappa) },
    { key: 'Weighted kappa, linear', value: figure(agreement.linearKappa) },
    { key: 'Alpha of whether there is a number at all', value: figure(agreement.answeredAlpha) },
  ];
}

function afterWords({ agreementAfter: after }: ReviewResult): string | null {
  if (after === null) return null;
  return `After meetings, with what reviewers confirmed in place of what they had locked, they hold the same score in ${figure(after.rawAgreement)} of comparisons, and alpha is ${figure(after.ordinalAlpha)}.`;
}

function figure(value: number | null): string {
  return value === null ? 'Not defined' : value.toFixed(2);
}
