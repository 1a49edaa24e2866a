import type { CoProductionRecord } from '../co-production-record.js';
import { allAfterGoLive } from './all-after-go-live.js';
import { changeWithoutChange } from './change-without-change.js';
import { founderAsLivedExperience } from './founder-as-lived-experience.js';
import { noAccessBudget } from './no-access-budget.js';
import { nobodyPaid } from './nobody-paid.js';
import { nothingRejected } from './nothing-rejected.js';
import { onePersonEverywhere } from './one-person-everywhere.js';
import { onlyCarersOrSuccesses } from './only-carers-or-successes.js';
import { policeAlwaysPresent } from './police-always-present.js';
import type { RedFlag, RedFlagRule } from './red-flag.js';
import { tooLittleTimeToAttest } from './too-little-time-to-attest.js';
import { undeclaredFunding } from './undeclared-funding.js';
import { wordsReused } from './words-reused.js';

const RULES: readonly RedFlagRule[] = [
  allAfterGoLive,
  onePersonEverywhere,
  founderAsLivedExperience,
  nothingRejected,
  nobodyPaid,
  onlyCarersOrSuccesses,
  changeWithoutChange,
  noAccessBudget,
  undeclaredFunding,
  tooLittleTimeToAttest,
  policeAlwaysPresent,
  wordsReused,
];

/** Every red flag the record raises. A flag is a question for a reviewer, never a finding. */
export function redFlags(record: CoProductionRecord): readonly RedFlag[] {
  return RULES.map((rule) => rule(record)).filter((flag) => flag !== null);
}
