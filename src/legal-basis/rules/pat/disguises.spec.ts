import { changed, type Changes } from '../../../../test/support/data-sharing/changed.js';
import { JUDGED_ON, modelFlow } from '../../../../test/support/data-sharing/model-flow.js';
import { currentRuleSet } from '../all-rules.js';
import { evaluate } from '../engine/evaluate.js';
import { readRegister } from '../matter/read-register.js';

/** Police look into the notes of a whole caseload, for mentoring, without consent, under the label of safeguarding. */
const caseloadFlow = changed(modelFlow, {
  title: 'Joint safeguarding view',
  'parties[1].orgType': 'POLICE_FORCE',
  'parties[1].name': 'Example Police',
  mechanism: 'READ_ONLY_VIEW',
  frequency: 'CONTINUOUS',
  purposeCodes: ['MENTORING'],
  stage: 'CASE_MANAGEMENT',
  'confidentiality.route': 'SAFEGUARDING',
  'confidentiality.routeCitation': undefined,
  'security.policeAccounts': true,
  'security.sharedLogin': false,
  'security.roleLimits': true,
  'security.accessLog': true,
});

const consent = {
  informed: true,
  voluntary: true,
  capacity: true,
  scope: 'Notes, to the officer of the team',
  obtainedOn: '2026-02-01',
};

/** What somebody who wants to look lawful may write instead; every one of them leaves the same flow. */
const disguises: readonly (readonly [what: string, changes: Changes])[] = [
  ['nothing is changed', {}],
  ['the purpose is called safeguarding and direct care', { purposeCodes: ['SAFEGUARDING', 'DIRECT_CARE'] }],
  [
    'it is called decided case by case',
    { frequency: 'CASE_BY_CASE', stage: 'EVALUATION', purposeCodes: ['SAFEGUARDING'] },
  ],
  ['it is called counts only', { identifiability: 'AGGREGATE' }],
  [
    'the police are called a processor',
    { 'parties[1].role': 'PROCESSOR', 'parties[1].usesForOwnPurposes': false },
  ],
  [
    'the police are called a team of the council that gives care',
    {
      'parties[1].orgType': 'LOCAL_AUTHORITY',
      'parties[1].providesCare': true,
      'security.policeAccounts': false,
      purposeCodes: ['DIRECT_CARE'],
      'confidentiality.route': 'IMPLIED_CONSENT_DIRECT_CARE',
    },
  ],
  [
    'the police are called a hospital that reads letters about one person at a time',
    {
      'parties[1].orgType': 'NHS_ACUTE',
      'security.policeAccounts': false,
      mechanism: 'EMAIL',
      frequency: 'CASE_BY_CASE',
      purposeCodes: ['DIRECT_CARE'],
      'confidentiality.route': 'IMPLIED_CONSENT_DIRECT_CARE',
    },
  ],
  ['the police are called neither', { 'parties[1].role': 'NOT_A_CONTROLLER' }],
  [
    'the police are listed again, as a trust',
    {
      'parties[2]': {
        orgId: 'ambulance',
        name: 'Example Trust',
        orgType: 'NHS_MH_TRUST',
        role: 'CONTROLLER',
        providesCare: true,
      },
    },
  ],
  [
    'the police are said to give care, by implied consent',
    {
      'parties[1].providesCare': true,
      'confidentiality.route': 'IMPLIED_CONSENT_DIRECT_CARE',
      purposeCodes: ['DIRECT_CARE'],
    },
  ],
  [
    'consent is claimed of everybody',
    { 'confidentiality.route': 'EXPLICIT_CONSENT', 'confidentiality.consent': consent },
  ],
  [
    'the public interest is claimed, with a log',
    {
      'confidentiality.route': 'OVERRIDING_PUBLIC_INTEREST',
      'confidentiality.perCaseDecisionLog': true,
      frequency: 'CASE_BY_CASE',
    },
  ],
  [
    'an enquiry is claimed for each',
    {
      frequency: 'CASE_BY_CASE',
      'confidentiality.safeguarding': {
        enquiryByOrgId: 'trust',
        perPerson: true,
        decidedEachTime: true,
        deciderRecorded: true,
        testMet: true,
      },
    },
  ],
  [
    'best interests are claimed',
    {
      'confidentiality.route': 'BEST_INTERESTS',
      'confidentiality.decisionSpecificCapacityAssessment': true,
      frequency: 'CASE_BY_CASE',
    },
  ],
  [
    'every text is a hundred letters',
    {
      purposeText: 'x'.repeat(100),
      necessityText: 'x'.repeat(100),
      lessIntrusiveAlternativesText: 'x'.repeat(100),
    },
  ],
  [
    'data are handed over in a meeting, at every panel',
    { mechanism: 'PANEL_MEETING', frequency: 'PER_PANEL', 'security.policeAccounts': false, stage: 'PANEL' },
  ],
  [
    'the force acts under Part 3',
    {
      'assertions[1].regime': 'DPA_PART3',
      'assertions[1].leaPurpose': 'PREVENTION',
      purposeCodes: ['CRIME_PREVENTION'],
    },
  ],
];

describe('A standing police view into the notes of a caseload', () => {
  it.each(disguises)('is never without a fault or a pattern: %s', (_what, changes) => {
    const results = evaluate(changed(caseloadFlow, changes), readRegister({}), currentRuleSet, JUDGED_ON);
    const told = results.filter(
      ({ rule, outcome }) => outcome === 'FAIL' || (rule.startsWith('R-PAT-') && outcome === 'WARN'),
    );
    expect(told.map(({ rule }) => rule)).not.toEqual([]);
    expect(told.some(({ rule }) => /^R-(PAT|CF|CAL|A9|LE|GEN)-/.test(rule))).toBe(true);
  });
});
