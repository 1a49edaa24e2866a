import type { PanelRow } from '../../reviews/reviewers/reviewers.queries.js';
import type { PublishedPanel } from './published-content.js';

/** The panel in numbers: who scored, from where, and what became of declared interests. Nobody is named. */
export function publishedPanel(rows: readonly PanelRow[]): PublishedPanel {
  const scored = rows.filter(({ capacity, locked }) => capacity !== 'lead' && locked);
  const clear = rows.filter(({ clearance, endedOn }) => clearance === 'clear' && endedOn === null);
  const withInterest = clear.filter(
    ({ declared }) => declared?.some(({ answer }) => answer === 'yes') === true,
  );
  return {
    reviewers: scored.length,
    outsideNhsEngland: scored.filter(({ outsideNhsEngland }) => outsideNhsEngland).length,
    livedExperience: scored.filter(({ capacity }) => capacity === 'lived-experience').length,
    declaredNoInterest: clear.length - withInterest.length,
    continuedWithInterest: withInterest.length,
    excluded: rows.filter(({ clearance }) => clearance === 'excluded').length,
  };
}
