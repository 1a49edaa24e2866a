import type { Assertion } from '../../../record/basis/assertion.js';
import type { Truth } from '../../../record/answers/not-known.js';
import { anyOf } from '../../../record/answers/not-known.js';
import type { Provision } from '../../../provisions/provision.js';
import { provisionById } from '../../../provisions/provisions.js';
import { includesAny } from '../../reading/codes.js';
import { carriesHealth, mayCarryOffences } from '../../reading/health.js';
import type { Reach } from '../../reading/law/picked-law.js';
import { lawReliedOn, type AskedLaw } from './law-relied-on.js';
import type { Matter } from '../matter.js';
import { notKnown, shown, together, type Verdict } from '../verdict.js';

/** The fields from which the conditions of the Data Protection Act 1998 are read. */
export const CONDITIONS_OF_1998_FIELDS = [
  'assertions[].dpa1998Sch2',
  'assertions[].dpa1998Sch3',
  'assertions[].dpa1998Law',
  'dataCategories',
] as const;

const SCHEDULE_2: AskedLaw = {
  does: ({ bases }) => bases.includes('DPA 1998 Sch 2'),
  none: 'no condition of Schedule 2 is given',
  says: 'which condition of Schedule 2 to the 1998 Act is met',
};

const SCHEDULE_3: AskedLaw = {
  does: ({ bases }) => bases.some((basis) => basis.startsWith('DPA 1998 Sch 3')),
  none: 'no condition of Schedule 3 is given for sensitive data, nor one of the Order of 2000 under it',
  says: 'which condition of Schedule 3 to the 1998 Act is met for sensitive data',
};

/**
 * What an assertion under the 1998 Act shows: a condition of Schedule 2, and for sensitive data one of Schedule 3 too, the
 * Order of 2000 under its paragraph 10 among them (SI 2000/417).
 */
export function conditionsOf1998({ flow }: Matter, assertion: Assertion, reach: Reach): Verdict {
  const sensitive = isSensitive(flow);
  return together(
    condition(assertion, assertion.dpa1998Sch2, SCHEDULE_2, reach),
    sensitive === null ? notKnown('whether the data are sensitive') : shown,
    sensitive === true ? condition(assertion, assertion.dpa1998Sch3, SCHEDULE_3, reach) : shown,
  );
}

function condition(
  { dpa1998Law }: Assertion,
  text: string | null | undefined,
  asked: AskedLaw,
  reach: Reach,
): Verdict {
  const picks = (dpa1998Law ?? []).filter(({ provisionId }) => isOfIt(provisionById(provisionId), asked));
  return lawReliedOn(picks, text, asked, reach);
}

function isOfIt(provision: Provision | undefined, { does }: AskedLaw): boolean {
  return provision !== undefined && does(provision);
}

/** Whether data are sensitive in the sense of s2 of the 1998 Act: health, offences, sexual life and ethnic origin among them. */
function isSensitive(flow: Matter['flow']): Truth {
  return anyOf(
    carriesHealth(flow),
    mayCarryOffences(flow),
    includesAny(flow.dataCategories, 'ETHNICITY', 'SEXUAL_LIFE'),
  );
}
