import { Download, type CsvColumn } from '../../web/answer/download.js';
import {
  FIRST_FORMAT,
  type PublishedContent,
  type PublishedCriterion,
} from '../content/published-content.js';
import type { ReleaseRow } from '../releases/releases.queries.js';

interface ScoreRow {
  readonly criterion: PublishedCriterion;
  readonly layer: 'self' | 'independent' | 'counted';
  readonly reviewer: string;
  readonly score: string;
  readonly grade: string;
  readonly confidence: string;
  readonly reason: string;
}

/** Every score of a release as a long table, one layer of one criterion a row; made of the frozen content alone. */
export function scoresTable(release: ReleaseRow, content: PublishedContent): Download {
  const of = (cell: (row: ScoreRow) => string): CsvColumn<ScoreRow>['cell'] => cell;
  const columns: CsvColumn<ScoreRow>[] = [
    { heading: 'publication', cell: () => release.serial },
    { heading: 'release', cell: () => release.number },
    { heading: 'published_on', cell: () => release.publishedOn },
    { heading: 'content_sha256', cell: () => release.contentHash },
    { heading: 'organisation', cell: () => content.review.organisation },
    { heading: 'criterion', cell: of(({ criterion }) => criterion.code) },
    { heading: 'domain', cell: of(({ criterion }) => criterion.domain) },
    { heading: 'gravity', cell: of(({ criterion }) => criterion.gravity) },
    { heading: 'layer', cell: of(({ layer }) => layer) },
    { heading: 'reviewer', cell: of(({ reviewer }) => reviewer) },
    ...fateColumn(content),
    { heading: 'score', cell: of(({ score }) => score) },
    { heading: 'evidence_grade', cell: of(({ grade }) => grade) },
    { heading: 'confidence', cell: of(({ confidence }) => confidence) },
    { heading: 'reason', cell: of(({ reason }) => reason) },
  ];
  const name = `candour-publication-${String(release.serial)}-scores.csv`;
  return Download.csv(name, columns, content.criteria.flatMap(rowsOf));
}

/** What became of a reviewer's scores; results of the first format keep the table they had. */
function fateColumn({ format, panel }: PublishedContent): CsvColumn<ScoreRow>[] {
  if (format === FIRST_FORMAT) return [];
  const fates = new Map<string, string>(panel.scored.map(({ reviewer, became }) => [reviewer, became]));
  return [{ heading: 'became', cell: ({ reviewer }) => fates.get(reviewer) ?? '' }];
}

function rowsOf(criterion: PublishedCriterion): ScoreRow[] {
  const { self, independent, counted } = criterion;
  const silent = { criterion, reviewer: '', score: 'X', grade: '', confidence: '', reason: '' };
  return [
    self
      ? { ...silent, layer: 'self', score: self.score, grade: self.grade ?? '', reason: self.reason }
      : { ...silent, layer: 'self' },
    ...independent.map(({ reviewer, score, grade, confidence, rationale }) => ({
      criterion,
      layer: 'independent' as const,
      reviewer,
      score,
      grade: grade ?? '',
      confidence,
      reason: rationale,
    })),
    counted
      ? {
          ...silent,
          layer: 'counted',
          score: counted.score,
          grade: counted.grade ?? '',
          reason: counted.reason,
        }
      : { ...silent, layer: 'counted' },
  ];
}
