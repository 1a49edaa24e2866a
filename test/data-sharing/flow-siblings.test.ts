import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { judgeFile } from '../../src/legal-basis/judge-file.js';
import { checkFile } from '../../src/legal-basis/record/check-file.js';
import { allRules } from '../../src/legal-basis/rules/all-rules.js';
import { changed, type Changes } from '../support/data-sharing/changed.js';

/** A record with some answers changed, and what the law makes of it; the README beside the list says what each part means. */
interface Sibling {
  readonly name: string;
  readonly base: string;
  readonly changes: Changes;
  readonly rule: string;
  readonly asAt: string;
  readonly expected: string;
  readonly why: string;
}

const FOLDER = join(projectRoot, 'test/data-sharing');
const FROM_BEST_TO_WORST = ['DOES_NOT_APPLY', 'PASS', 'STATED', 'WARN', 'UNKNOWN', 'FAIL'];
const FAMILIES = [...'acdefklmnoprstuvxz'];
const siblings = json('flow-siblings/index.json') as Sibling[];

describe('The rules say of the siblings of these records what the law says', () => {
  it('and each family has eight and more of them', () => {
    for (const family of FAMILIES)
      expect(siblings.filter(({ name }) => name.startsWith(family)).length).toBeGreaterThanOrEqual(8);
  });

  it.each(siblings.map((one) => [`${one.name} ${one.rule}: ${one.why}`, one] as const))('%s', (_why, one) => {
    expect(one.expected.split('|')).toContain(worstOf(one));
  });
});

/** The worst of what the rules that a sibling names say of it. */
function worstOf({ name, base, changes, rule, asAt }: Sibling): string | undefined {
  const { flows, ...beside } = json(`flow-cases/records/${base}.json`) as { flows: object[] };
  const taken = Object.fromEntries(
    Object.entries(changes).map(([path, value]) => [path, value === null ? undefined : value]),
  );
  const checked = checkFile({ ...beside, flows: flows.map((flow) => changed(flow, taken)) });
  if (!checked.usable) throw new Error(`${name} is no record: ${JSON.stringify(checked.problems)}`);
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
