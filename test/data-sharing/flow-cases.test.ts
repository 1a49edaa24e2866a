import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { judgeFile } from '../../src/legal-basis/judge-file.js';
import { checkFile } from '../../src/legal-basis/record/check-file.js';
import { allRules } from '../../src/legal-basis/rules/all-rules.js';

/** One record and what the law makes of it; the README beside the records says what each part means. */
interface FlowCase {
  readonly file: string;
  readonly rule: string;
  readonly asAt: string;
  readonly expected: string;
  readonly why: string;
}

const FOLDER = join(projectRoot, 'test/data-sharing/flow-cases');
const FROM_BEST_TO_WORST = ['DOES_NOT_APPLY', 'PASS', 'STATED', 'WARN', 'UNKNOWN', 'FAIL'];
const cases = json('index.json') as FlowCase[];

describe('The rules say of these records what the law says', () => {
  it('and there are 154 of them', () => {
    expect(cases).toHaveLength(154);
  });

  it.each(cases.map((one) => [`${one.file} ${one.rule}: ${one.why}`, one] as const))('%s', (_why, one) => {
    expect(one.expected.split('|')).toContain(worstOf(one));
  });
});

/** The worst of what the rules that a case names say of its record. */
function worstOf({ file, rule, asAt }: FlowCase): string | undefined {
  const checked = checkFile(json(join('records', file)));
  if (!checked.usable) throw new Error(`${file} is no record: ${JSON.stringify(checked.problems)}`);
  const named = new RegExp(`^(?:${rule.replaceAll('*', '.*')})$`);
  expect(allRules.filter(({ id }) => named.test(id))).not.toEqual([]);
  const found = [...judgeFile(checked.file, asAt)].flatMap(({ results }) =>
    results.filter((result) => named.test(result.rule)).map(({ outcome }) => outcome),
  );
  return FROM_BEST_TO_WORST.findLast((outcome) => found.some((one) => one === outcome));
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}
