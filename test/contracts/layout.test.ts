import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { layoutFaults, namesOfTwoThings } from '../support/layout.js';

describe('A feature is a few activities, and everything of an activity stands together', () => {
  it('in this tree', () => {
    expect(layoutFaults(thisTree())).toEqual([]);
  });

  it('and a folder that is a layer is refused, but not where technology has its rooms', () => {
    expect(
      faultsOf('src/visits/api/visits.ts', 'src/visits/helpers/dates.ts', 'src/web/api/paging.ts'),
    ).toEqual([
      'src/visits/api is a layer: a folder is named after what people do there',
      'src/visits/helpers is a layer: a folder is named after what people do there',
    ]);
  });

  it('and the fifteenth file of a folder is refused, specs not counted', () => {
    const files = (folder: string, count: number): string[] =>
      Array.from({ length: count }, (_, at) => `${folder}/file-${at}.ts`);
    expect(faultsOf(...files('src/visits/asking', 14), 'src/visits/asking/a.spec.ts')).toEqual([]);
    expect(faultsOf(...files('src/visits/asking', 15))).toEqual([
      'src/visits/asking holds 15 files flat: 14 at most, then it is two activities',
    ]);
  });

  it('and a template stands with the one activity that shows it', () => {
    const shared = {
      'src/visits/views/card.njk': '',
      'src/visits/asking/asking.pages.ts': "'visits/views/card.njk'",
    };
    expect(layoutFaults(new Map(Object.entries(shared)))).toEqual([
      'src/visits/views/card.njk is used by one activity: it belongs into its views',
    ]);
    const usedTwice = { ...shared, 'src/visits/telling/telling.pages.ts': "'visits/views/card.njk'" };
    expect(layoutFaults(new Map(Object.entries(usedTwice)))).toEqual([]);
    expect(faultsOf('src/visits/asking/card.njk')).toEqual([
      'src/visits/asking/card.njk stands outside a views folder',
    ]);
  });

  it('and an exported name means one thing', () => {
    expect(namesOfTwoThings(thisTree())).toEqual([]);
    const twice = new Map([
      ['src/visits/visit.entity.ts', 'export class Visit {}'],
      ['src/visits/asking/visit.ts', 'export interface Visit {}\nexport const asked = 1;'],
    ]);
    expect(namesOfTwoThings(twice)).toEqual([
      'Visit is exported by src/visits/asking/visit.ts and src/visits/visit.entity.ts',
    ]);
  });

  it('and pages stand in their activity once there is one', () => {
    expect(
      faultsOf(
        'src/visits/visits.module.ts',
        'src/visits/visits.pages.ts',
        'src/visits/asking/asking.pages.ts',
      ),
    ).toEqual(['src/visits/visits.pages.ts stands at the root of a feature that has activities']);
    expect(faultsOf('src/visits/visits.module.ts', 'src/visits/visits.pages.ts')).toEqual([]);
  });
});

function faultsOf(...paths: readonly string[]): readonly string[] {
  return layoutFaults(new Map(paths.map((path) => [path, ''])));
}

function thisTree(): ReadonlyMap<string, string> {
  const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.(ts|njk)$/.test(file)).map((file) => `src/${file}`);
  return new Map(sources.map((path) => [path, readFileSync(join(projectRoot, path), 'utf8')]));
}
