import { openedSources } from '../../../../test/support/data-sharing/opened-sources.js';
import { readdirSync } from 'node:fs';
import type { FileClaim } from './deployment-file-schema.js';
import { readRegisterFiles } from './read-register.js';
import { type KnownNames, registerFaults } from './register-faults.js';
import type { RegisterFiles } from './register-files.js';
import { registerFolder } from './register-folder.js';

const register = readRegisterFiles(await registerFolder('register'), '2026-11-30');
const NOTHING: KnownNames = { organisations: new Set(), deployments: new Set(), claims: [] };
const deployment = (key: string) => register.deployments.find((one) => one.key === key);
const claims: readonly FileClaim[] = [
  ...register.deployments.flatMap((one) => one.claims),
  ...register.nationalClaims,
];
const claim = (key: string): FileClaim | undefined => claims.find((one) => one.key === key);

describe("The register's files", () => {
  it('agree with each other: sources, organisations, supporting claims and contradictions all lead somewhere', () => {
    expect(registerFaults(register, NOTHING)).toEqual([]);
  });

  it('hold each deployment in the file of its name', () => {
    expect(readdirSync('register/deployments')).toEqual(register.deployments.map(({ key }) => `${key}.yaml`));
    expect(register.deployments).toHaveLength(16);
  });

  it('list no source twice, and none that neither they nor the rules cite', () => {
    const facts = register.bodies.flatMap((body) => [body, body.from, body.to, ...body.successors]);
    const cited = [
      ...[...facts, ...claims].flatMap((fact) => fact?.sources ?? []),
      ...register.further.flatMap(({ yaml }) => sourcesIn(yaml.content)),
    ];
    const opened = openedSources();
    const listed = [...register.sources.keys()].filter((ref) => !cited.includes(ref));
    expect(listed.filter((ref) => !opened.has(/^\d/.test(ref) ? `S${ref}` : ref))).toEqual([]);
  });

  it('name no person', () => {
    const texts = [
      ...claims.map(({ statement }) => statement),
      ...register.bodies.map(({ name }) => name),
    ].join();
    for (const name of ['Jennings', 'Kendall', 'Murdoch', 'Noble']) expect(texts).not.toContain(name);
  });

  it('say who says it, in every claim that is not an inference', () => {
    const said =
      /\b(says?|saying|reports?|calls|gives|counts|rests|quotes|marks|records|names|announced|estimates|present|presents|carries)\b/;
    expect(claims.filter(({ confidence, statement }) => confidence === 'A' && !said.test(statement))).toEqual(
      [],
    );
  });
});

describe('What the register may not say', () => {
  it('the area of the two-person team stays unnamed', () => {
    const unnamed = deployment('east-midlands-area-not-named');
    expect(unnamed).toMatchObject({
      lead: null,
      partners: [],
      aliases: [],
      area: 'East Midlands (area not named)',
    });
    const counties = /Leicester|Derby|Lincoln|Northampton|Nottingham/;
    expect(JSON.stringify(unnamed)).not.toMatch(counties);
  });

  it('PAVE is found under Leicestershire, as an inference', () => {
    const leicestershire = deployment('leicestershire');
    expect(leicestershire?.aliases.map(({ name }) => name)).toContain('PAVE');
    expect(leicestershire?.lead?.ods).toBe('RT5');
    expect(claim('leicestershire-pave-is-the-scheme')?.confidence).toBe('inference');
    expect(leicestershire?.state.confidence).toBe('inference');
  });

  it('Lincolnshire was due to start, and is not said to have started', () => {
    expect(claim('lincolnshire-planned-start')).toMatchObject({ planned: true, date: { value: '2020-09' } });
    expect(deployment('lincolnshire')?.state.code).toBe('TRAINING');
  });

  it('Gloucestershire is contested, and both accounts stand', () => {
    expect(deployment('gloucestershire')?.state).toMatchObject({ code: 'UNKNOWN', overlays: ['CONTESTED'] });
    expect(claim('gloucestershire-live-team')?.contradicts).toEqual(['gloucestershire-not-signatories']);
  });

  it.each([
    ['derbyshire', 'PAUSED'],
    ['northamptonshire', 'DISBANDED'],
    ['nottinghamshire', 'ALTERNATIVE_ADOPTED'],
    ['sim-london-south', 'CLOSED'],
    ['doncaster', 'CLOSED'],
    ['essex', 'UNKNOWN'],
  ])('%s is %s, and no more', (key, state) => {
    expect(deployment(key)?.state.code).toBe(state);
  });

  it('the trust behind Doncaster is general knowledge, so Doncaster has no lead', () => {
    expect(deployment('doncaster')?.lead).toBeNull();
    expect(claim('doncaster-operating-trust')?.confidence).toBe('B');
  });

  it('a count called cumulative that falls is marked as contradicting itself', () => {
    const figures = claim('east-midlands-users-2018-19')?.figures;
    expect(figures?.values.map(({ value }) => value)).toEqual([26, 31, 28, 68]);
    expect(figures?.definition).toBe('CONTRADICTORY');
  });

  it('every figure of cost or outcome carries a caution', () => {
    const bold = claims.filter(({ topic, figures }) => figures && (topic === 'COST' || topic === 'OUTCOME'));
    expect(bold.length).toBeGreaterThan(4);
    expect(bold.filter(({ cautions }) => cautions.length === 0)).toEqual([]);
  });
});

describe('Faults between the files', () => {
  const [first] = register.deployments;
  const spoilt = (change: Partial<FileClaim>): RegisterFiles => ({
    ...register,
    nationalClaims: register.nationalClaims.map((one, at) => (at === 0 ? { ...one, ...change } : one)),
  });

  it.each([
    [spoilt({ sources: ['999'], asOf: null }), /cites source 999, which is not listed/],
    [spoilt({ asOf: null }), /is as of no date, unlike every source it cites/],
    [spoilt({ contradicts: ['nowhere'] }), /contradicts nowhere, which does not exist/],
    [spoilt({ contradicts: ['national-ahsn-programme'] }), /national-ahsn-programme, which does not say so/],
    [{ ...register, trusts: null }, /names RT5, which neither the file of trusts nor the register holds/],
    [
      { ...register, trusts: null },
      /followed by G6V2S, which neither the file of trusts nor the register holds/,
    ],
    [
      { ...register, nationalClaims: [] },
      /derbyshire: there is no claim east-midlands-areas to support the place East Midlands/,
    ],
    [{ ...register, bodies: [] }, /names the body essex-police, which is not listed/],
    [{ ...register, sources: new Map() }, /Body essex-police cites source 53/],
    [{ ...register, deployments: [] }, /is about the deployment derbyshire, which has no file/],
    [{ ...register, deployments: first ? [first, first] : [] }, /There are two deployments named/],
  ])('are told', (faulty, sentence) => {
    expect(
      registerFaults(faulty, NOTHING)
        .map(({ text }) => text)
        .join('\n'),
    ).toMatch(sentence);
  });
});

/** Every source that stands in a list of sources, wherever it is in a file. */
function sourcesIn(content: unknown): readonly unknown[] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, value]) =>
    name === 'sources' && Array.isArray(value) ? value : sourcesIn(value),
  );
}
