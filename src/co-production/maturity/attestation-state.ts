import type { CoProductionRecord, Stage } from './co-production-record.js';

/**
 * Whether the account of a stage is attested by an independent user-led group. One group that disagrees makes it
 * disputed whatever others say; declining, or not having answered, is neither.
 */
export function attestationState(
  record: CoProductionRecord,
  stage: Stage,
): 'attested' | 'disputed' | 'unattested' {
  const independent = record.attestations.filter((each) => each.stage === stage && each.independent);
  if (independent.some(({ statement }) => statement === 'disagree')) return 'disputed';
  const agrees = independent.some(
    ({ statement }) => statement === 'agree' || statement === 'agree_with_reservations',
  );
  return agrees ? 'attested' : 'unattested';
}
