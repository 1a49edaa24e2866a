import type { FlowRecord } from './flow-record.js';

/** A kind of flow that schemes usually have: what it prefills, and why it is usually hard (sim.md §4.6). */
export interface Archetype {
  readonly code: `F${number}`;
  readonly title: string;
  readonly whyHard: string;
  /** The rules that such a flow usually meets first. */
  readonly usualRules: readonly string[];
  /** What a new flow starts with; nothing here answers a question of law. */
  readonly prefill: FlowRecord;
}

const identifiable = { identifiability: 'IDENTIFIABLE' } as const;

/** The ten archetype flows of sim.md §4.6; each needs a legal basis of its own. */
export const archetypes: readonly Archetype[] = [
  {
    code: 'F1',
    title: 'Police to panel or trust: finding people',
    whyHard:
      'People who called for help are not suspects. What the police gathered for law enforcement moves from Part 3 of the Data Protection Act 2018 to the UK GDPR, and a law has to allow that.',
    usualRules: ['R-LE-06'],
    prefill: {
      ...identifiable,
      dataCategories: ['IDENTITY', 'CALL_999', 'POLICE_INCIDENT', 'S136_EVENT', 'CUSTODY'],
      purposeCodes: ['SCREENING_SELECTION'],
      subjectGroups: ['SCREENED_NOT_SELECTED', 'CASELOAD'],
      sources: ['CALL_999', 'POLICE_CONTACT'],
      stage: 'SCREENING',
      mechanism: 'PANEL_MEETING',
    },
  },
  {
    code: 'F2',
    title: 'Emergency department or ambulance to panel: finding people',
    whyHard:
      'Most people who are looked at are never selected, and are owed confidentiality all the same. The search needs a record of its own, and what it found has to go.',
    usualRules: ['R-GEN-08', 'R-RET-03'],
    prefill: {
      ...identifiable,
      dataCategories: ['IDENTITY', 'ED_ATTENDANCE', 'AMBULANCE_EVENT'],
      purposeCodes: ['SCREENING_SELECTION'],
      subjectGroups: ['SCREENED_NOT_SELECTED', 'CASELOAD'],
      sources: ['ED_CONTACT', 'AMBULANCE_CONTACT'],
      stage: 'SCREENING',
      mechanism: 'PANEL_MEETING',
    },
  },
  {
    code: 'F3',
    title: 'Trust to the police officer in the team: case management',
    whyHard:
      'A police officer is not part of the direct care team, so implied consent does not reach the officer. Full access is more than a purpose needs, and health care is not a condition open to the police.',
    usualRules: ['R-CF-02', 'R-CAL-02', 'R-A9-07'],
    prefill: {
      ...identifiable,
      dataCategories: ['IDENTITY', 'DIAGNOSIS', 'HEALTH_MH', 'CRISIS_PLAN', 'RISK_ASSESSMENT'],
      purposeCodes: ['CASE_MANAGEMENT'],
      subjectGroups: ['CASELOAD'],
      sources: ['CLINICAL_CONTACT'],
      stage: 'CASE_MANAGEMENT',
    },
  },
  {
    code: 'F4',
    title: 'Panel to 999, ambulance, emergency department and police systems: plans and markers',
    whyHard:
      'A plan that tells services how to respond touches the right to life and to private life. Copies stay on many systems, and have to be withdrawn when the scheme ends.',
    usualRules: ['R-HR-01', 'R-RET-04'],
    prefill: {
      ...identifiable,
      dataCategories: ['IDENTITY', 'CRISIS_PLAN', 'MARKER_FLAG'],
      purposeCodes: ['PLAN_DISSEMINATION'],
      subjectGroups: ['CASELOAD'],
      stage: 'PLAN_DISSEMINATION',
      mechanism: 'CAD_MARKER',
    },
  },
  {
    code: 'F5',
    title: 'Trust to police enforcement: notices, orders, prosecution',
    whyHard:
      'What a person said to get care is used against them. Each case needs a decision of its own, and a red line is raised whatever the decision.',
    usualRules: ['R-LE-07'],
    prefill: {
      ...identifiable,
      dataCategories: ['IDENTITY', 'HEALTH_MH', 'SELF_HARM', 'ALLEGATION'],
      purposeCodes: ['ENFORCEMENT'],
      subjectGroups: ['CASELOAD'],
      sources: ['CLINICAL_CONTACT'],
      stage: 'ENFORCEMENT',
      reuse: { gatheredFor: ['CARE'] },
    },
  },
  {
    code: 'F6',
    title: 'Trust or police to a supplier’s portal: outcomes and cost per person',
    whyHard:
      'A supplier that compares places for itself is more than a processor. The High Intensity Network company ceased on 2 June 2021, and somebody has to show where the data went.',
    usualRules: ['R-AGR-04', 'R-AGR-05'],
    prefill: {
      ...identifiable,
      dataCategories: ['IDENTITY', 'COST_USAGE', 'S136_EVENT', 'ED_ATTENDANCE'],
      purposeCodes: ['VENDOR_PORTAL', 'COST_EVALUATION'],
      subjectGroups: ['CASELOAD'],
      stage: 'EVALUATION',
      mechanism: 'PORTAL_UPLOAD',
    },
  },
  {
    code: 'F7',
    title: 'Trust to innovation network or NHS England: counts',
    whyHard:
      'Caseloads are small. A count of one to four, or a total beside its parts, can point at a person.',
    usualRules: ['R-GEN-07'],
    prefill: {
      identifiability: 'AGGREGATE',
      dataCategories: ['COST_USAGE'],
      purposeCodes: ['NATIONAL_REPORTING'],
      subjectGroups: ['CASELOAD'],
      stage: 'EVALUATION',
    },
  },
  {
    code: 'F8',
    title: 'Trust to local authority, housing or voluntary sector: onward support',
    whyHard:
      'Consent to support is rarely consent to every recipient. What was agreed, and for whom, has to be recorded.',
    usualRules: ['R-CF-04', 'R-CON-01'],
    prefill: {
      ...identifiable,
      dataCategories: ['IDENTITY', 'CONTACT', 'SOCIAL_HOUSING', 'HEALTH_MH'],
      purposeCodes: ['WELLBEING'],
      subjectGroups: ['CASELOAD'],
      sources: ['PERSON_THEMSELF', 'CLINICAL_CONTACT'],
      stage: 'CASE_MANAGEMENT',
    },
  },
  {
    code: 'F9',
    title: 'Team to family: the plan',
    whyHard:
      'Family are not part of the care team, however much they help, and a plan often holds what other people said in confidence.',
    usualRules: ['R-CF-02'],
    prefill: {
      ...identifiable,
      dataCategories: ['IDENTITY', 'CRISIS_PLAN', 'FAMILY_THIRD_PARTY'],
      purposeCodes: ['WELLBEING'],
      subjectGroups: ['CASELOAD', 'FAMILY', 'THIRD_PARTY'],
      stage: 'CASE_MANAGEMENT',
      mechanism: 'VERBAL',
    },
  },
  {
    code: 'F10',
    title: 'Team to a training audience: case examples',
    whyHard:
      'Leaving out a name does not make a story anonymous: people who know the person, and the person, will recognise it. It still needs a basis and a route.',
    usualRules: ['R-A9-01', 'R-CF-01'],
    prefill: {
      identifiability: 'PSEUDONYMISED',
      dataCategories: ['HEALTH_MH', 'SELF_HARM', 'POLICE_INCIDENT'],
      purposeCodes: ['TRAINING_CASE_EXAMPLE'],
      subjectGroups: ['CASELOAD'],
      stage: 'EVALUATION',
      mechanism: 'VERBAL',
    },
  },
];

/** A new flow as an archetype starts it. */
export function flowFrom(archetype: Archetype): FlowRecord {
  return { archetype: archetype.code, title: archetype.title, status: 'PLANNED', ...archetype.prefill };
}
