import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { worstSaid, type CaseInLaw } from '../support/data-sharing/worst-said.js';

/** One record and what the law makes of it; the README beside the records says what each part means. */
interface FlowCase extends CaseInLaw {
  readonly file: string;
}

const FOLDER = join(projectRoot, 'test/data-sharing/flow-cases');
const cases = json('index.json') as FlowCase[];

describe('The rules say of these records what the law says', () => {
  it('and there are 154 of them', () => {
    expect(cases).toHaveLength(154);
  });

  it.each(cases.map((one) => [`${one.file} ${one.rule}: ${one.why}`, one] as const))('%s', (_why, one) => {
    expect(one.expected.split('|')).toContain(worstSaid(json(join('records', one.file)), one));
  });
});

function json(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}
