import { condition, limbs, police } from '../../../../../test/support/data-sharing/article-9-facts.js';
import type { Changes } from '../../../../../test/support/data-sharing/changed.js';
import { fixtureTable } from '../../../../../test/support/data-sharing/fixture-table.js';
import { particularRules } from './particular-rules.js';

const relying = (paragraph: string, answers?: object, others: Changes = {}): Changes => ({
  ...condition('9_2_g', paragraph),
  ...(answers && limbs(answers)),
  ...others,
});
const without = (reason: string): Changes => ({ 'assertions[*].sch1NoConsentReason': reason });
const notObtained = without('CANNOT_REASONABLY_BE_OBTAINED');
const charity = { 'parties[0].orgType': 'CHARITY', 'parties[1].orgType': 'USER_LED_GROUP' };
const equality = { listedGroups: true, harmLikely: false, noticeToStop: false };
const deciding = (decides: boolean): Changes => ({ 'assertions[*].individualDecisions': decides });
const support = { supportBody: true, memberOrFamily: true, noneWithheld: true };

fixtureTable('Rules on particular paragraphs of Schedule 1', particularRules, [
  [
    'R-A9-21',
    'STATED',
    'the proceedings are named',
    relying('P2.7', { proceedings: 'The inquest of March 2026' }),
  ],
  ['R-A9-21', 'FAIL', 'no proceedings are named', relying('P2.7')],
  ['R-A9-21', 'UNKNOWN', 'they are “not known”', relying('P2.7', { proceedings: 'not known' })],
  ['R-A9-21', 'DOES_NOT_APPLY', 'nobody relies on para 7', {}],

  [
    'R-A9-22',
    'PASS',
    'groups are compared and nobody is decided about',
    relying('P2.8', equality, deciding(false)),
  ],
  ['R-A9-22', 'FAIL', 'individuals are decided about', relying('P2.8', equality, deciding(true))],
  [
    'R-A9-22',
    'FAIL',
    'the groups are none that are listed',
    relying('P2.8', { ...equality, listedGroups: false }, deciding(false)),
  ],
  [
    'R-A9-22',
    'FAIL',
    'distress is likely',
    relying('P2.8', { ...equality, harmLikely: true }, deciding(false)),
  ],
  [
    'R-A9-22',
    'FAIL',
    'somebody gave notice to stop',
    relying('P2.8', { ...equality, noticeToStop: true }, deciding(false)),
  ],
  ['R-A9-22', 'UNKNOWN', 'nobody answers for para 8', relying('P2.8')],
  [
    'R-A9-22',
    'PASS',
    'it is about senior posts, and consent is not to be had',
    relying('P2.9', { seniorPosts: true, noneWithheld: true }, notObtained),
  ],
  [
    'R-A9-22',
    'FAIL',
    'patients are no senior posts',
    relying('P2.9', { seniorPosts: false, noneWithheld: true }, notObtained),
  ],
  [
    'R-A9-22',
    'FAIL',
    'somebody withholds consent',
    relying('P2.9', { seniorPosts: true, noneWithheld: false }, notObtained),
  ],
  ['R-A9-22', 'UNKNOWN', 'nobody answers for para 9', relying('P2.9', undefined, notObtained)],
  ['R-A9-22', 'DOES_NOT_APPLY', 'nobody relies on paras 8 and 9', {}],

  [
    'R-A9-24',
    'STATED',
    'the function that protects the public is named',
    relying('P2.11', {
      protectiveFunction: 'Fitness to practise, by the regulator',
      consentWouldPrejudice: true,
    }),
  ],
  ['R-A9-24', 'FAIL', 'no function is named', relying('P2.11', { consentWouldPrejudice: true })],
  [
    'R-A9-24',
    'FAIL',
    'asking would defeat nothing',
    relying('P2.11', { protectiveFunction: 'Fitness to practise', consentWouldPrejudice: false }),
  ],
  [
    'R-A9-24',
    'STATED',
    'the regulatory requirement is named',
    relying('P2.12', { regulatoryRequirement: 'Reporting of unlawful charges' }, notObtained),
  ],
  ['R-A9-24', 'FAIL', 'no requirement is named', relying('P2.12', undefined, notObtained)],
  [
    'R-A9-24',
    'FAIL',
    'the person refused',
    relying('P2.12', { regulatoryRequirement: 'Reporting of unlawful charges' }, without('PERSON_REFUSED')),
  ],
  [
    'R-A9-24',
    'UNKNOWN',
    'nobody says why there is no consent',
    relying('P2.12', { regulatoryRequirement: 'A duty' }),
  ],
  ['R-A9-24', 'FAIL', 'nothing is said of a function', relying('P2.11')],
  ['R-A9-24', 'DOES_NOT_APPLY', 'nobody relies on paras 11 and 12', {}],

  ['R-A9-25', 'PASS', 'it is for publication', relying('P2.13', { publication: true })],
  ['R-A9-25', 'FAIL', 'nothing is published', relying('P2.13', { publication: false })],
  [
    'R-A9-25',
    'STATED',
    'an anti-fraud organisation prevents a fraud',
    relying('P2.14', { antiFraudOrganisation: true, fraud: 'Prescriptions in false names' }),
  ],
  [
    'R-A9-25',
    'FAIL',
    'no such organisation takes part',
    relying('P2.14', { antiFraudOrganisation: false, fraud: 'Wasted calls' }),
  ],
  ['R-A9-25', 'FAIL', 'no fraud is named', relying('P2.14', { antiFraudOrganisation: true })],
  [
    'R-A9-25',
    'STATED',
    'the section for a suspicion is named',
    relying('P2.15', { suspicionDisclosedUnder: 'Proceeds of Crime Act 2002' }),
  ],
  ['R-A9-25', 'FAIL', 'no section is named', relying('P2.15')],
  ['R-A9-25', 'FAIL', 'nothing is said of a fraud', relying('P2.14')],
  ['R-A9-25', 'UNKNOWN', 'nobody answers for para 13', relying('P2.13')],
  ['R-A9-25', 'DOES_NOT_APPLY', 'nobody relies on paras 13 to 15', {}],

  [
    'R-A9-26',
    'PASS',
    'a charity supports its members',
    relying('P2.16', support, { ...charity, ...notObtained }),
  ],
  [
    'R-A9-26',
    'PASS',
    'a voluntary provider supports its members',
    relying('P2.16', support, { ...charity, ...notObtained, 'parties[0].orgType': 'VCSE_PROVIDER' }),
  ],
  ['R-A9-26', 'FAIL', 'a trust relies on it', relying('P2.16', support, notObtained)],
  [
    'R-A9-26',
    'FAIL',
    'the charity gives no such support',
    relying('P2.16', { ...support, supportBody: false }, { ...charity, ...notObtained }),
  ],
  [
    'R-A9-26',
    'FAIL',
    'others than members are concerned',
    relying('P2.16', { ...support, memberOrFamily: false }, { ...charity, ...notObtained }),
  ],
  [
    'R-A9-26',
    'FAIL',
    'a member withholds consent',
    relying('P2.16', { ...support, noneWithheld: false }, { ...charity, ...notObtained }),
  ],
  [
    'R-A9-26',
    'UNKNOWN',
    'a charity answers for nothing',
    relying('P2.16', undefined, { ...charity, ...notObtained }),
  ],
  ['R-A9-26', 'DOES_NOT_APPLY', 'nobody relies on para 16', {}],

  [
    'R-A9-27',
    'PASS',
    'counselling is confidential',
    relying('P2.17', { confidentialService: true }, without('CANNOT_BE_GIVEN')),
  ],
  [
    'R-A9-27',
    'FAIL',
    'it is not',
    relying('P2.17', { confidentialService: false }, without('CANNOT_BE_GIVEN')),
  ],
  [
    'R-A9-27',
    'FAIL',
    'the person refused',
    relying('P2.17', { confidentialService: true }, without('PERSON_REFUSED')),
  ],
  ['R-A9-27', 'FAIL', 'no reason is given', relying('P2.17', { confidentialService: true })],
  [
    'R-A9-27',
    'WARN',
    'it tells the police',
    relying('P2.17', { confidentialService: true }, { ...without('CANNOT_BE_GIVEN'), ...police }),
  ],
  [
    'R-A9-27',
    'UNKNOWN',
    'the reason is “not known”',
    relying('P2.17', { confidentialService: true }, without('NOT_KNOWN')),
  ],
  ['R-A9-27', 'UNKNOWN', 'nobody says whether it is confidential', relying('P2.17', undefined, notObtained)],
  ['R-A9-27', 'DOES_NOT_APPLY', 'nobody relies on para 17', {}],

  ['R-A9-29', 'PASS', 'an adult is at economic risk', relying('P2.19', { economicRisk: true }, notObtained)],
  ['R-A9-29', 'FAIL', 'no such adult is concerned', relying('P2.19', { economicRisk: false }, notObtained)],
  ['R-A9-29', 'FAIL', 'no reason is given', relying('P2.19', { economicRisk: true })],
  ['R-A9-29', 'UNKNOWN', 'nobody says who is concerned', relying('P2.19', undefined, notObtained)],
  ['R-A9-29', 'DOES_NOT_APPLY', 'nobody relies on para 19', {}],

  ['R-A9-30', 'FAIL', 'standards in sport are relied on', relying('P2.28')],
  ['R-A9-30', 'FAIL', 'insurance is relied on', relying('P2.20')],
  [
    'R-A9-30',
    'STATED',
    'a letter of a member of Parliament is answered',
    relying('P2.23', { otherParagraph: 'The member wrote for the person, who had asked for it.' }),
  ],
  ['R-A9-30', 'UNKNOWN', 'how it serves is “not known”', relying('P2.24', { otherParagraph: 'not known' })],
  ['R-A9-30', 'DOES_NOT_APPLY', 'nobody relies on them', {}],
]);
