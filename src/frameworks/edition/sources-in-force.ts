import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Criterion, Edition, Guideline, SourceReference } from './edition-schema.js';

/** A reference of a criterion together with the guideline it points into. */
export interface SourceInForce extends SourceReference {
  readonly source: Guideline;
}

/** The sources a criterion may cite on the day under review: those in force then, so never guidance from a later year. */
export function sourcesInForce(
  edition: Edition,
  criterion: Criterion,
  day: CalendarDay,
): readonly SourceInForce[] {
  return criterion.sources.flatMap((reference) => {
    const source = edition.guidelines.find(({ key }) => key === reference.guideline);
    return source !== undefined && wasInForce(source, day) ? [{ ...reference, source }] : [];
  });
}

function wasInForce({ inForceFrom, inForceTo }: Guideline, day: CalendarDay): boolean {
  return inForceFrom <= day && (inForceTo === null || day <= inForceTo);
}
