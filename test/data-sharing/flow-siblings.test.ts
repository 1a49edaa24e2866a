import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { changed, type Changes } from '../support/data-sharing/changed.js';
import { worstSaid, type CaseInLaw } from '../support/data-sharing/worst-said.js';

/** A record with some answers changed, and what the law makes of it; the README beside the list says what each part means. */
interface Sibling extends CaseInLaw {
  readonly name: string;
  readonly base: string;
  readonly changes: Changes;
}

const FOLDER = join(projectRoot, 'test/data-sharing');
const FAMILIES = [...'acdefklmnoprstuvxz'];
const siblings = json('flow-siblings/index.json') as Sibling[];

describe('The rules say of the siblings of these records what the law says', () => {
  it('and each family has eight and more of them', () => {
    for (const family of FAMILIES)
      expect(siblings.filter(({ name }) => name.startsWith(family)).length).toBeGreaterThanOrEqual(8);
  });

  it.each(siblings.map((one) => [`${one.name} ${one.rule}: ${one.why}`, one] as const))('%s', (_why, one) => {
    expect(one.expected.split('|')).toContain(worstSaid(sibling(one), one));
  });
});

/** The record that a sibling is. */
function sibling({ base, changes }: Sibling) {
  const { flows, ...beside } = json(`flow-cases/records/${base}.json`) as { flows: object[] };
  const taken = Object.fromEntries(
    Object.entries(changes).map(([path, value]) => [path, value === null ? undefined : value]),
  );
  return { ...beside, flows: flows.map((flow) => changed(flow, taken)) };
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}
