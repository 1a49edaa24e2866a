import { archetypes, flowFrom } from '../legal-basis/record/archetypes.js';

/**
 * The archetype of a flow to the officer, filled in as such schemes are described (sim.md §4.6, F3): health care is claimed
 * as the condition of both bodies, and the force claims nothing after the law changed on 1 January 2021.
 */
export function exampleFlowRecord(): Record<string, unknown> {
  const archetype = archetypes.find(({ code }) => code === 'F3');
  if (!archetype) throw new Error('The archetype F3 is missing.');
  return {
    ...flowFrom(archetype),
    title: 'Records of people on the caseload to the officer in the team (example)',
    status: 'CEASED',
    startDate: '2018-09-03',
    endDate: '2024-03-29',
    senderOrgId: 'trust',
    recipientOrgIds: ['police'],
    parties: [
      {
        orgId: 'trust',
        name: 'Example Vale Mental Health Trust (fictional)',
        orgType: 'NHS_MH_TRUST',
        role: 'CONTROLLER',
      },
      {
        orgId: 'police',
        name: 'Example Vale Police (fictional)',
        registerKey: 'example-vale-police',
        orgType: 'POLICE_FORCE',
        role: 'CONTROLLER',
      },
    ],
    mechanism: 'FULL_RECORD_ACCESS',
    frequency: 'STANDING',
    purposeText:
      'Example data: the officer reads records to plan contact with people on the caseload together with their nurse.',
    necessityText: 'Example data: the team met every week and wanted one view of each person.',
    lessIntrusiveAlternativesText: 'Example data: a summary by the nurse was thought too slow.',
    assertions: [
      { ...claimed('trust'), regime: 'GDPR2018', validFrom: '2018-09-03', validTo: '2020-12-31' },
      { ...claimed('trust'), regime: 'UKGDPR', validFrom: '2021-01-01', validTo: '2024-03-29' },
      { ...claimed('police'), regime: 'GDPR2018', validFrom: '2018-09-03', validTo: '2020-12-31' },
    ],
    confidentiality: { route: 'IMPLIED_CONSENT_DIRECT_CARE' },
  };
}

/** What a body claims: a public task, and health care as the condition for special category data. */
function claimed(controllerOrgId: string) {
  return {
    controllerOrgId,
    art6: '6_1_e',
    functionCitation: 'Example data: the law that gives the trust its task of providing services',
    functionHolderOrgId: 'trust',
    art9: ['9_2_h'],
    sch1Paras: ['P1.2'],
    offenceData: false,
    art8Text: {
      legalBasis: 'Example data: the same task.',
      legitimateAim: 'Example data: the protection of health.',
      necessity: 'Example data: the team wanted one view of each person.',
    },
  };
}
