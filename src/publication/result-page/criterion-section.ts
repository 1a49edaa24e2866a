import type { PublishedCriterion, PublishedFinding, PublishedScore } from '../content/published-content.js';
import { gravityWords, scoreWords, SETTLED_WORDS } from './result-words.js';

/** One criterion as the page shows it: the layers as short cells, and each with its reasons. */
export interface CriterionSection {
  readonly code: string;
  /** The address of its reasons on the same page, which unfolds its domain where that is needed. */
  readonly href: string;
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

/** Turns a criterion of the frozen content into what the page shows; its link unfolds its domain where that is folded. */
export function criterionSection(
  criterion: PublishedCriterion,
  isOpen: (domain: string) => boolean,
): CriterionSection {
  const { code, domain, requirement, gravity, inferred, sources, self, independent, counted } = criterion;
  const words = (score: Parameters<typeof scoreWords>[0]): string => scoreWords(score, gravity);
  return {
    code,
    href: isOpen(domain) ? `#${code}` : `?open=${domain}#${code}`,
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
