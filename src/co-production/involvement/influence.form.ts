import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import type { InfluenceFacts } from '../maturity/co-production-record.js';
import { reasonText } from '../../web/form/kinds/reason.js';

const hash = (words: string, called: string) =>
  text({
    label: words,
    called,
    hint: 'The SHA-256 fingerprint of the document, 64 letters and digits.',
    optional: true,
    check: (typed) =>
      /^[0-9a-fA-F]{64}$/.test(typed.trim()) ? undefined : `${called} must be 64 letters a to f and digits.`,
  });

const DECISION_LABELS: Readonly<Record<InfluenceFacts['decision'], string>> = {
  accepted: 'Accepted',
  partly: 'Partly accepted',
  rejected: 'Rejected',
};

/** A proposal and what became of it. */
export const AddInfluence = defineForm({
  id: 'AddInfluence',
  fields: {
    proposal: longText({ label: 'What was proposed?', called: 'What was proposed', max: 2000 }),
    proposedBy: text({
      label: 'Who proposed it?',
      called: 'Who proposed it',
      hint: 'A group, not a person’s name.',
    }),
    decision: radios({
      label: 'What was decided?',
      missing: 'Select what was decided',
      choices: choicesOf(DECISION_LABELS),
    }),
    reason: reasonText({ label: 'Why?', called: 'The reason', max: 2000 }),
    answeredInWriting: yesNo({
      label: 'Was it answered in writing?',
      missing: 'Select whether it was answered in writing',
    }),
    artefact: text({ label: 'Which document changed?', called: 'The document', optional: true }),
    beforeHash: hash('Fingerprint of the document before', 'The fingerprint before'),
    afterHash: hash('Fingerprint of the document after', 'The fingerprint after'),
  },
});
