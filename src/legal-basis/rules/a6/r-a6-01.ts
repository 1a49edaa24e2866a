import { NOT_KNOWN } from '../../record/answers/not-known.js';
import { purposes } from '../../record/basis/purpose.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import type { AssertionMatter } from '../matter/matter.js';
import { caution, chosen, shown, together, type Verdict } from '../matter/verdict.js';
import { isUkGdpr } from '../matter/assertions.js';
import { GDPR_DAY } from '../reading/law-days.js';

const ALL_PURPOSES = purposes.map((purpose) => purpose.code);

/** R-A6-01: one Article 6 basis for one purpose. */
export const rA601 = assertionRule({
  id: 'R-A6-01',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an assertion under the UK GDPR',
  fields: [
    'assertions[].art6',
    'assertions[].regime',
    'assertions[].controllerOrgId',
    'assertions[].purposeCodes',
  ],
  citation: beingChecked('UK GDPR Article 6(1)'),
  message: 'This record does not show one Article 6 basis for the purpose',
  whatToDo:
    'Choose the basis that fits. Where different purposes need different bases, say which basis serves which.',
  applies: isUkGdpr,
  evaluate: (matter) => together(chosen(matter.assertion.art6, 'none is chosen'), onlyOne(matter)),
});

function onlyOne({ flow, assertion, index, from, to }: AssertionMatter): Verdict {
  const another = (flow.assertions ?? []).some(
    (other, at) =>
      at !== index &&
      other.controllerOrgId === assertion.controllerOrgId &&
      other.regime !== 'DPA_PART3' &&
      isOther(other.art6, assertion.art6) &&
      (other.validFrom ?? flow.startDate ?? '') <= to &&
      (other.validTo ?? to) >= (from ?? '') &&
      sharesPurpose(other.purposeCodes, assertion.purposeCodes),
  );
  return another
    ? caution('This record names more than one Article 6 basis for the same purpose and the same days.')
    : shown;
}

function isOther(a: string | null | undefined, b: string | null | undefined): boolean {
  return Boolean(a) && Boolean(b) && a !== NOT_KNOWN && b !== NOT_KNOWN && a !== b;
}

function sharesPurpose(
  a: readonly string[] | null | undefined,
  b: readonly string[] | null | undefined,
): boolean {
  const mine = a ?? ALL_PURPOSES;
  return (b ?? ALL_PURPOSES).some((purpose) => mine.includes(purpose));
}
