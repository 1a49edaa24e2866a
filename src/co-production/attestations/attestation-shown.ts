import type { AttestationView } from '../co-production-view.js';
import type { AttestationStatement } from '../maturity/co-production-record.js';
import { isIndependent } from '../record/attestation.entity.js';
import { STAGE_LABELS } from '../record/stages-in-words.js';

const STATEMENTS: Readonly<Record<AttestationStatement, { readonly label: string; readonly tone: string }>> =
  {
    agree: { label: 'Agrees', tone: 'good' },
    agree_with_reservations: { label: 'Agrees, with reservations', tone: 'attention' },
    disagree: { label: 'Disagrees', tone: 'stop' },
    decline: { label: 'Declines to answer', tone: 'quiet' },
  };

/** What a group says, as pages show it. */
export function attestationShown(said: AttestationView) {
  return {
    ...said,
    stageLabel: STAGE_LABELS[said.stage],
    answer: said.statement === null ? null : STATEMENTS[said.statement],
    independent: said.statement === null ? null : isIndependent(said),
    declared: declaredBy(said),
  };
}

function declaredBy({ funded, conflict, paidBy, userControlled }: AttestationView): readonly string[] {
  return [
    ...(userControlled === false
      ? ['People with lived experience do not have the majority in running it.']
      : []),
    ...(funded === true
      ? ['It had money from the trust, police, NHS England or an innovation network.']
      : []),
    ...(conflict === null ? [] : [`It declares: ${conflict}`]),
    ...(paidBy === 'trust' ? ['The trust pays for this answer.'] : []),
    ...(paidBy === 'nobody' ? ['Nobody pays for this answer.'] : []),
  ];
}
