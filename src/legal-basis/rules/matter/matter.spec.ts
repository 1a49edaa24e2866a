import { changed } from '../../../../test/support/data-sharing/changed.js';
import { modelFlow, modelRegister } from '../../../../test/support/data-sharing/model-flow.js';
import { flowRecordSchema } from '../../record/flow-record.js';
import { isPart3, isUkGdpr, reliesOn6, reliesOn9, reliesOnParagraph } from './assertions.js';
import { atRiskVerdict } from './at-risk.js';
import { ofProfile, profileOf } from './consent.js';
import { deploymentOf, isDeployment } from './deployments.js';
import { matterOf } from './matter.js';
import { isInPublicTasks } from './public-authority.js';
import { featuresOf, readRegister } from './read-register.js';
import { currentSettings, settingMeanings } from './settings.js';
import { fault, notKnown, shown } from './verdict.js';

const register = readRegister(modelRegister);

function matter(changes: Parameters<typeof changed>[1], asAt = '2026-11-22') {
  const flow = flowRecordSchema.parse(changed(modelFlow, changes));
  return matterOf({ flow, listedTwice: [] }, register, currentSettings, asAt);
}

describe('The days under judgement', () => {
  it.each([
    ['a flow that goes on: to the day the rules stand at', undefined, '2026-03-01', '2026-11-22'],
    ['a flow that has not begun: its first day', '2026-12-01', '2026-12-01', '2026-12-01'],
    ['a flow of a day that nobody knows', null, null, '2026-11-22'],
  ])('%s', (_what, startDate, from, to) => {
    expect(matter(startDate === undefined ? {} : { startDate })).toMatchObject({ from, to });
  });

  it.each([
    ['2026-10-01', '2026-10-01'],
    ['2026-03-01', '2026-03-01'],
    ['2026-02-28', '2026-11-22'],
    ['2027-01-01', '2027-01-01'],
  ])('a flow that ends on %s: to %s', (endDate, to) => {
    expect(matter({ endDate }).to).toBe(to);
  });

  it('of an assertion are its own, and within them those of the flow', () => {
    const { eachAssertion } = matter({
      endDate: '2026-10-01',
      'assertions[0].validFrom': '2026-04-01',
      'assertions[0].validTo': '2026-05-01',
      'assertions[1].validFrom': undefined,
    });
    expect(
      eachAssertion.map(({ index, from, to, controller }) => [index, from, to, controller?.orgId]),
    ).toEqual([
      [0, '2026-04-01', '2026-05-01', 'trust'],
      [1, '2026-03-01', '2026-10-01', 'ambulance'],
    ]);
  });

  it('are the same for each controller, with what it asserts', () => {
    const { eachController } = matter({ 'assertions[1].controllerOrgId': 'trust' });
    expect(
      eachController.map(({ orgId, asserted, controller }) => [orgId, asserted.length, controller?.orgType]),
    ).toEqual([
      ['trust', 2, 'NHS_MH_TRUST'],
      ['ambulance', 0, 'NHS_AMBULANCE'],
    ]);
    expect(matter({ assertions: undefined }).eachController[0]?.asserted).toEqual([]);
  });
});

const HASH = 'ab'.repeat(32);

describe('The register beside a record', () => {
  const read = readRegister({
    deployments: [
      { id: 'd1', state: 'CLOSED', area: 'Example  Area', forceOrgId: 'force' },
      { id: 'd2', state: 'DISBANDED', area: 'example area.', managerId: 'm' },
      { id: 'd3', state: 'LIVE', area: 'Example Area', protocolHash: 'p' },
    ],
    flows: [
      { id: 'f1', deploymentId: 'd1', necessityText: 'The same.', dpiaFileHash: HASH },
      { id: 'f2', deploymentId: 'd3', lessIntrusiveAlternativesText: 'the same', dpiaFileHash: HASH },
      { necessityText: 'Another', lessIntrusiveAlternativesText: 'another', dpiaFileHash: 'i' },
    ],
    vendorPackHashes: [HASH.toUpperCase(), 'v'],
  });

  it('knows deployments, and closed ones by what a successor may share', () => {
    expect([...read.deployments.keys()]).toEqual(['d1', 'd2', 'd3']);
    expect([...read.closedByFeature].map(([feature, ids]) => [feature, ...ids])).toEqual([
      ['area:example area', 'd1', 'd2'],
      ['force:force', 'd1'],
      ['manager:m', 'd2'],
    ]);
    expect(featuresOf({ area: 'A', forceOrgId: 'f', managerId: 'm', protocolHash: 'p' })).toEqual([
      'area:a',
      'force:f',
      'manager:m',
      'protocol:p',
    ]);
    expect(featuresOf({ area: ' ' })).toEqual([]);
  });

  it('knows which flows use the same words, and which deployments the same impact assessment', () => {
    expect([...read.flowsByText].map(([text, ids]) => [text, ...ids])).toEqual([
      ['the same', 'f1', 'f2'],
      ['another', '#2'],
    ]);
    expect([...read.deploymentsByDpia].map(([hash, ids]) => [hash, ...ids])).toEqual([[HASH, 'd1', 'd3']]);
    expect([...read.vendorPackHashes]).toEqual([HASH]);
  });

  it('is empty where nothing can be read', () => {
    for (const view of [undefined, null, 'x', {}, { flows: 7 }])
      expect(readRegister(view)).toEqual({
        deployments: new Map(),
        flowsByText: new Map(),
        deploymentsByDpia: new Map(),
        flowIds: new Set(),
        vendorPackHashes: new Set(),
        documents: null,
        datedDocuments: null,
        closedByFeature: new Map(),
      });
  });

  it('says in which state the deployment of a flow is, where it knows', () => {
    expect(deploymentOf(matter({}))?.id).toBe('deployment-1');
    expect(deploymentOf(matter({ deploymentId: 'other' }))).toBeNull();
    expect(deploymentOf(matter({ deploymentId: undefined }))).toBeNull();
    expect(isDeployment(matter({}), 'PAUSED', 'LIVE')).toBe(true);
    expect(isDeployment(matter({}), 'PAUSED')).toBe(false);
    expect(isDeployment(matter({ deploymentId: 'other' }), 'LIVE')).toBeNull();
    const unknown = readRegister({ deployments: [{ id: 'deployment-1', state: 'UNKNOWN' }] });
    expect(isDeployment({ ...matter({}), register: unknown }, 'LIVE', 'UNKNOWN')).toBeNull();
  });
});

describe('The consent profile of an assertion', () => {
  const flow = { consentProfiles: [{ id: 'c1' }, { id: 'c2' }] };

  it('is the one that is named, or not known', () => {
    expect(profileOf(flow, 'c2')).toEqual({ id: 'c2' });
    for (const id of ['c3', '', 'not known', null, undefined]) expect(profileOf(flow, id)).toBeNull();
    expect(profileOf({}, 'c1')).toBeNull();
    const [named] = matter({ ...flow, 'assertions[0].consentProfileId': 'c2' }).eachAssertion;
    const [unnamed] = matter(flow).eachAssertion;
    if (named === undefined || unnamed === undefined) throw new Error('there are assertions');
    expect(ofProfile(named, ({ id }) => (id === 'c2' ? shown : fault()))).toEqual(shown);
    expect(ofProfile(unnamed, () => shown)).toEqual(notKnown('the consent profile'));
  });
});

describe('What an assertion relies on', () => {
  function asserted(changes: Parameters<typeof changed>[1]) {
    const [first] = matter(changes).eachAssertion;
    if (first === undefined) throw new Error('there is an assertion');
    return first;
  }

  it.each([
    ['GDPR2018', true, false],
    ['UKGDPR', true, false],
    ['UKGDPR_DUAA', true, false],
    ['DPA1998', false, false],
    ['DPA_PART3', false, true],
    ['NOT_KNOWN', null, null],
    [undefined, null, null],
  ])('is the UK GDPR or Part 3 by its regime, %s', (regime, ukGdpr, part3) => {
    const assertion = asserted({ 'assertions[0].regime': regime });
    expect([isUkGdpr(assertion), isPart3(assertion)]).toEqual([ukGdpr, part3]);
    const relies = [
      reliesOn6(assertion, '6_1_e'),
      reliesOn9(assertion, '9_2_h'),
      reliesOnParagraph(assertion, 'P1.2'),
    ];
    expect(relies).toEqual([ukGdpr, ukGdpr, ukGdpr]);
  });

  it('is what it names, and nothing else', () => {
    const assertion = asserted({});
    expect([
      reliesOn6(assertion, '6_1_f'),
      reliesOn9(assertion, '9_2_a'),
      reliesOnParagraph(assertion, 'P2.6'),
    ]).toEqual([false, false, false]);
  });

  it('is a task of a public authority, unless it is said to act outside its tasks', () => {
    expect(isInPublicTasks(asserted({}))).toBe(true);
    expect(isInPublicTasks(asserted({ 'assertions[0].outsidePublicTasks': false }))).toBe(true);
    expect(isInPublicTasks(asserted({ 'assertions[0].outsidePublicTasks': true }))).toBe(false);
    expect(isInPublicTasks(asserted({ 'parties[0].orgType': 'CHARITY' }))).toBe(false);
    expect(isInPublicTasks(asserted({ 'assertions[0].art6': undefined }))).toBe(false);
    expect(isInPublicTasks(asserted({ 'parties[0].orgType': undefined }))).toBeNull();
  });
});

describe('The test of an individual at risk', () => {
  const whole = { careNeeds: true, harmRisk: true, unableToProtect: true };
  const reason = { sch1NoConsentReason: 'CANNOT_BE_GIVEN' as const };

  it('asks for every limb, or a person under 18', () => {
    expect(atRiskVerdict({ ...reason, atRiskTest: whole })).toEqual(shown);
    expect(atRiskVerdict({ ...reason, atRiskTest: { under18: true } })).toEqual(shown);
    for (const limb of ['careNeeds', 'harmRisk', 'unableToProtect'])
      expect(atRiskVerdict({ ...reason, atRiskTest: { ...whole, under18: false, [limb]: null } })).toEqual({
        found: 'FAULT',
        because: [expect.stringMatching(/\S/)],
      });
    expect(atRiskVerdict(reason)).toMatchObject({ because: { length: 3 } });
  });

  it('asks why there was no consent, and a refusal is no reason', () => {
    const without = (sch1NoConsentReason: 'PERSON_REFUSED' | 'NOT_KNOWN' | undefined) =>
      atRiskVerdict({ atRiskTest: whole, sch1NoConsentReason });
    expect(without('PERSON_REFUSED')).toMatchObject({
      found: 'FAULT',
      because: [expect.stringContaining('refused')],
    });
    expect(without('NOT_KNOWN')).toEqual(notKnown('why there is no consent'));
    expect(without(undefined)).toMatchObject({
      found: 'FAULT',
      because: [expect.stringContaining('no reason')],
    });
  });
});

describe('The settings', () => {
  it('each say that they are platform policy, and what they mean', () => {
    expect(Object.keys(settingMeanings)).toEqual(Object.keys(currentSettings));
    for (const meaning of Object.values(settingMeanings)) expect(meaning).toMatch(/^Platform policy: \S/);
    expect(new Set(Object.values(settingMeanings)).size).toBe(14);
  });
});
