import { readFileSync } from 'node:fs';
import { FactFileFault } from '../../../kernel/fact-files/fact-file-fault.js';
import type { Edition } from '../edition-schema.js';
import { editionHash } from '../edition-hash.js';
import { parseEdition } from '../parse-edition.js';
import { aCatalog, aControl } from '../../../../test/support/oscal-catalog.js';

function faultsOf(text: string, file: string): readonly string[] {
  try {
    parseEdition(text, file);
    return [];
  } catch (fault) {
    if (!(fault instanceof FactFileFault)) throw fault;
    return fault.faults.map(
      ({ line, column, rule, text: said }) => `${String(line)}:${String(column)} ${rule ?? ''} ${said}`,
    );
  }
}

const CSV = readFileSync('test/support/files/edition.csv', 'utf8');

describe('An edition as a table', () => {
  it('is the same edition as in YAML', () => {
    const inYaml = parseEdition(readFileSync('test/support/files/edition.yaml', 'utf8'), 'edition.yaml');
    expect(parseEdition(CSV, 'edition.csv')).toEqual(inYaml);
    expect(editionHash(parseEdition(`\ufeff${CSV.replaceAll('\n', '\r\n')}`, 'edition.csv'))).toBe(
      editionHash(inYaml),
    );
  });

  it.each([
    ['Police do not plan care', '', '12:4 shape criteria.0.requirement: must not be empty.'],
    [
      '2014-01-01,,2015',
      '2014-13-01,,2015',
      '12:9 shape criteria.0.appliesFrom: must be a day that exists, written YYYY-MM-DD.',
    ],
    [
      'LETTER,page 2',
      'LETTRE,page 2',
      '15:1 names-lead-somewhere EX-ONE-01: there is no guideline LETTRE. Mend the name, or add what it names.',
    ],
    [
      'concern,L1',
      'consern,L1',
      '8:1 shape “row “consern”” is no part of this. Mend its name or take it out.',
    ],
    [
      'kind,code',
      'kind,kode',
      '1:undefined shape “kode” is no column of this. Mend its name or take it out.',
    ],
    ['"A letter"', '"A letter', 'readable'],
  ])('with %s as %s is refused with the line, the cell and the rule', (was, becomes, fault) => {
    expect(CSV).toContain(was);
    expect(faultsOf(CSV.replace(was, becomes), 'edition.csv').join('\n')).toContain(fault);
  });
});

describe('An OSCAL catalog', () => {
  it('is an edition: groups are domains, controls criteria, at any depth, with their sources', () => {
    const edition = parseEdition(JSON.stringify(aCatalog()), 'catalog.json');
    expect(edition).toMatchObject({
      id: 'example-2026-05',
      version: 5,
      title: 'Example catalog',
      asAt: '2026-05-01',
    });
    expect(edition.domains).toEqual([
      { code: 'AC', name: 'Access' },
      { code: 'AC-IN', name: 'Inner', within: 'AC' },
    ]);
    expect(edition.criteria.map(({ id, domain, within }) => [id, domain, within])).toEqual([
      ['AC-1', 'AC', undefined],
      ['AC-1.1', 'AC', 'AC-1'],
      ['AC-2', 'AC-IN', undefined],
    ]);
    expect(edition.criteria[0]).toMatchObject({
      requirement: 'Policy\na. Write the [named policy].\nb. Keep it.',
      evidenceExpected: 'Look at the policy.',
      knockOut: { from: '2023-03-10', element: 1 },
      sources: [{ guideline: 'LETTER', ref: 'page 2', confidence: 'A' }],
    });
    expect(edition.criteria[2]?.sources).toEqual([{ guideline: 'CATALOG', ref: null, confidence: 'B' }]);
  });

  it('that is broken is refused at the line and the column, with the rule', () => {
    const text = JSON.stringify(aCatalog(), null, 1);
    const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
    expect(
      faultsOf(text.replace('"oscal-version": "1.2.2"', '"oscal-version": "2.0"'), 'catalog.json'),
    ).toEqual([
      `${String(lineOf('"oscal-version"'))}:4 shape oscal-version: must be a version of OSCAL 1, such as 1.2.2.`,
    ]);
    expect(faultsOf(text.replace('"title": "Policy"', '"titel": "Policy"'), 'catalog.json')).toEqual([
      expect.stringContaining('shape title: is missing. Add it.') as string,
    ]);
    expect(
      faultsOf(text.replace('#00000000-0000-4000-8000-000000000001', '#nothing'), 'catalog.json'),
    ).toEqual([
      expect.stringMatching(/^\d+:\d+ names-lead-somewhere AC-1: there is no guideline #nothing/) as string,
    ]);
    expect(faultsOf(text.slice(0, -40), 'catalog.json')).toEqual([
      expect.stringContaining('readable is not JSON here'),
    ]);
  });

  it('may be as deep as it likes', () => {
    let innermost: object = { id: 'g-999', title: 'The innermost', controls: [aControl('in-1', 'Inside')] };
    for (let depth = 998; depth > 0; depth -= 1)
      innermost = { id: `g-${String(depth)}`, title: `Depth ${String(depth)}`, groups: [innermost] };
    const edition = parseEdition(JSON.stringify(aCatalog({ groups: [innermost] })), 'deep.json');
    expect(edition.domains).toHaveLength(999);
    expect(edition.domains.at(-1)).toMatchObject({ code: 'G-999', within: 'G-998' });
  });
});

describe('An edition of 6,000 criteria, with texts of 32,000 characters', () => {
  const text = 'word '.repeat(6_390).trim();
  const large = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      aControl(`ac-${String(at + 1)}`, `Control ${String(at + 1)}`, at % 300 === 0 ? text : 'Do it.'),
    );

  it('is read within seconds as OSCAL, with a fault in the last told in its place', () => {
    const catalog = aCatalog({ groups: [{ id: 'ac', title: 'Access', controls: large(6_000) }] });
    const started = Date.now();
    const edition: Edition = parseEdition(JSON.stringify(catalog), 'large.json');
    expect(edition.criteria).toHaveLength(6_000);
    expect(Date.now() - started).toBeLessThan(5_000);
    const broken = JSON.stringify(catalog, null, 1).replace('"ac-6000"', '"ac-1"');
    const again = Date.now();
    expect(faultsOf(broken, 'large.json')).toEqual([
      expect.stringMatching(/^\d{5,}:\d+ names-stand-once criterion AC-1: is used twice/) as string,
    ]);
    expect(Date.now() - again).toBeLessThan(15_000);
  }, 40_000);
});
