import { judgeFile } from '../../../src/legal-basis/judge-file.js';
import { checkFile } from '../../../src/legal-basis/record/check-file.js';
import { allRules } from '../../../src/legal-basis/rules/all-rules.js';

const FROM_BEST_TO_WORST = ['DOES_NOT_APPLY', 'PASS', 'STATED', 'WARN', 'UNKNOWN', 'FAIL'];

/** What the law makes of a record on one day: what one rule says, or the worst that several say, by a pattern such as `R-CF-*`. */
export interface CaseInLaw {
  readonly rule: string;
  readonly asAt: string;
  readonly expected: string;
  readonly why: string;
}

/** The worst of what the rules that are named say of a record. */
export function worstSaid(record: unknown, { rule, asAt }: CaseInLaw): string | undefined {
  const checked = checkFile(record);
  if (!checked.usable) throw new Error(`This is no record: ${JSON.stringify(checked.problems)}`);
  const named = new RegExp(`^(?:${rule.replaceAll('*', '.*')})$`);
  expect(allRules.filter(({ id }) => named.test(id))).not.toEqual([]);
  const found = [...judgeFile(checked.file, asAt)].flatMap(({ results }) =>
    results.filter((result) => named.test(result.rule)).map(({ outcome }) => outcome),
  );
  return FROM_BEST_TO_WORST.findLast((outcome) => found.some((one) => one === outcome));
}
