import type { IdentityAnswers, NarrativeAnswers } from './answers.js';
import { summaryRows, type SummaryRow } from '../../web/form/summary-rows.js';
import { defineForm } from '../../web/form/form.js';
import { matterFields, personFields, placeFields, replyFields } from './fields.js';

const Narrative = defineForm({
  id: 'Narrative',
  fields: { ...personFields, place: placeFields.place, happened: placeFields.happened, ...matterFields },
});
const Identity = defineForm({ id: 'Identity', fields: replyFields });

/** What a person said, question by question, as they typed it. */
export function narrativeRows(narrative: NarrativeAnswers | null): readonly SummaryRow[] {
  return narrative === null ? [] : summaryRows(Narrative, given(narrative));
}

/** Who a person is and what they need, question by question. */
export function identityRows(identity: IdentityAnswers | null): readonly SummaryRow[] {
  return identity === null ? [] : summaryRows(Identity, given(identity));
}

function given(answers: object): object {
  return Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer !== null && answer !== 'not-said'),
  );
}
