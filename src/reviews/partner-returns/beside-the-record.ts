import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { AGENCY_PARTS } from '../../deployments/deployment-agency.entity.js';
import { LIFE_CYCLE_LABELS } from '../../deployments/life-cycle-state.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { stretch, uncapitalised } from '../../web/words.js';
import { TOOK_PART, type TookPart } from './partner-return.entity.js';

/** What an agency says, and what the record of the scheme says, to one question. */
export interface BesideTheRecord {
  readonly question: string;
  readonly agency: string;
  readonly record: string;
  /** True where the two cannot both be so. Which of them is, is said by neither. */
  readonly contradicts: boolean;
}

/** What of a return can be held against the record of a scheme. */
export interface SaidByAgency {
  readonly tookPart: TookPart;
  readonly since: string | null;
  readonly until: string | null;
}

/** As much of the record of a scheme as a return can be held against. */
export type RecordOfScheme = Pick<DeploymentDetail, 'agencies' | 'stateCode' | 'stateAt'>;

/** Puts what an agency says beside what the record says, question by question; nothing of either is changed. */
export function besideTheRecord(
  said: SaidByAgency,
  record: RecordOfScheme,
  agency: Uuid,
): readonly BesideTheRecord[] {
  const listed = record.agencies.filter(({ organisation }) => organisation?.id === agency);
  const stands = listed.filter(({ withdrawnOn }) => withdrawnOn === null);
  const hasEnded = ENDED.has(record.stateCode);
  const goesOn = GOES_ON.has(record.stateCode);
  return [
    {
      question: 'Did it take part?',
      agency: TOOK_PART[said.tookPart],
      record: listed.length === 0 ? 'The record does not name it' : listed.map(partInWords).join('; '),
      contradicts:
        (said.tookPart === 'YES' && stands.length === 0) || (said.tookPart === 'NO' && stands.length > 0),
    },
    {
      question: 'Does it go on?',
      agency: durationOf(said),
      record: `${LIFE_CYCLE_LABELS[record.stateCode]}${record.stateAt === null ? '' : `, ${uncapitalised(stretch(record.stateAt, null))}`}`,
      contradicts: said.tookPart === 'YES' && (said.until === null ? hasEnded : goesOn && stands.length > 0),
    },
  ];
}

const ENDED: ReadonlySet<string> = new Set(['CLOSED', 'DISBANDED', 'NOT_ADOPTED', 'ALTERNATIVE_ADOPTED']);
const GOES_ON: ReadonlySet<string> = new Set(['LIVE', 'TRAINING']);

function partInWords({ part, withdrawnOn, withdrawnBecause }: RecordOfScheme['agencies'][number]): string {
  const named = `Named as: ${AGENCY_PARTS[part]}`;
  return withdrawnOn === null ? named : `${named}, taken back: ${withdrawnBecause ?? 'no reason given'}`;
}

function durationOf({ tookPart, since, until }: SaidByAgency): string {
  if (tookPart !== 'YES') return 'Not said';
  if (until !== null) return `It ended: ${uncapitalised(stretch(since, until))}`;
  return since === null
    ? 'It takes part still'
    : `It takes part still, ${uncapitalised(stretch(since, null))}`;
}
