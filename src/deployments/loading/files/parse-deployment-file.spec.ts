import fc from 'fast-check';
import { FactFileFault } from '../../../kernel/fact-files/fact-file-fault.js';
import { YamlText } from '../../../kernel/fact-files/yaml-file.js';
import { parseDeploymentFile, parseNationalClaims } from './parse-deployment-file.js';

const file = `
key: fictional-vale
area: Vale of Example (fictional)
title: A scheme that was made up
aliases: [{ name: FICTION, supportedBy: fictional-name }]
lead: { ods: RT5, supportedBy: fictional-name }
partners: [{ body: essex-police, role: POLICE, supportedBy: fictional-name }]
state: { code: LIVE, at: null, supportedBy: [fictional-state], confidence: A, note: It is made up. }
claims:
  - { key: fictional-name, topic: ALIAS, statement: A page calls it FICTION., asOf: null, sources: ['47'], confidence: A }
  - { key: fictional-state, topic: STATE, value: LIVE, statement: A page says so., date: '2018-09', asOf: null, sources: ['47'], confidence: A }
`;

const faultsOf = (text: string): string => {
  try {
    parseDeploymentFile(new YamlText('fictional-vale.yaml', text));
    return '';
  } catch (fault) {
    return fault instanceof FactFileFault ? fault.message : 'thrown';
  }
};

describe('A deployment file', () => {
  it('is read with its dates as closely as they are known, and what is left out filled in', () => {
    const { claims } = parseDeploymentFile(new YamlText('fictional-vale.yaml', file));
    expect(claims[1]).toMatchObject({
      date: { precision: 'month' },
      planned: false,
      contradicts: [],
      cautions: [],
    });
    expect(String(claims[1]?.date)).toBe('September 2018');
  });

  it.each([
    [
      'a claim without a source',
      "sources: ['47'], confidence: A }\n  -",
      'sources: [], confidence: A }\n  -',
      /claims.0.sources/,
    ],
    ['a claim without a confidence', ', confidence: A }\n  -', ' }\n  -', /claims.0.confidence/],
    [
      'a claim that is no sentence',
      'A page calls it FICTION.',
      'FICTION',
      /claims.0.statement: is a sentence/,
    ],
    ['a date closer than any', "'2018-09'", "'2018-9'", /claims.1.date: is not a date like/],
    ['a date that is a number', "'2018-09'", '2018', /claims.1.date: is a date, written in quotes/],
    [
      'a misspelt fact',
      'topic: STATE',
      'topic: STATE, asof: null',
      /line 11: claims.1: “asof” is no part of this/,
    ],
    ['a state that is none', 'value: LIVE', 'value: BUSY', /fictional-state: claims a state that is none/],
    [
      'a plan without a date',
      "date: '2018-09'",
      'planned: true',
      /fictional-state: is planned, and has no date/,
    ],
    [
      'a claim that contradicts itself',
      'topic: STATE',
      'topic: STATE, contradicts: [fictional-state]',
      /contradicts itself/,
    ],
    [
      'two claims of one name',
      'key: fictional-state',
      'key: fictional-name',
      /fictional-name: is used twice/,
    ],
    [
      'a state that nothing supports',
      '[fictional-state]',
      '[nothing]',
      /no claim nothing to support the state/,
    ],
    [
      'a lead that nothing supports',
      'RT5, supportedBy: fictional-name',
      'RT5, supportedBy: nothing',
      /to support the lead/,
    ],
    [
      'a name supported by a claim about something else',
      'FICTION, supportedBy: fictional-name',
      'FICTION, supportedBy: fictional-state',
      /not about a name/,
    ],
    [
      'a partner that is two',
      'body: essex-police',
      'ods: RX1, body: essex-police',
      /either a body or an ODS code/,
    ],
    ['a lead that is also a partner', 'body: essex-police', 'ods: RT5', /the lead is also a partner/],
    ['text that is no YAML', 'key: fictional-vale', 'key: [', /fictional-vale.yaml cannot be used/],
  ])('is refused with %s', (_, from, to, reason) => {
    expect(faultsOf(file.replace(from, to))).toMatch(reason);
  });

  it('is read or refused with a reason, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.nat(file.length).map((at) => file.slice(0, at)),
        ),
        (text) => {
          expect(faultsOf(text)).not.toBe('thrown');
          expect(() => parseNationalClaims(new YamlText('claims.yaml', text))).toThrow(FactFileFault);
        },
      ),
    );
  });
});
