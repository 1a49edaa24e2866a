import type { Role } from '../identity/roles.js';

/** The parts that invented people take in the demo world. */
export type Part =
  | 'submitter'
  | 'guardian'
  | 'officer'
  | 'executive'
  | 'lead'
  | 'otherLead'
  | 'first'
  | 'second'
  | 'third'
  | 'lived'
  | 'group'
  | 'otherGroup'
  | 'police'
  | 'commissioner'
  | 'handler'
  | 'auditor'
  | 'admin'
  | 'otherAdmin';

/** One invented person: who they are called, how they sign in, and what they hold. */
export interface DemoPersona {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** For whom they hold the role, when it belongs to an organisation. */
  readonly of: 'trust' | 'group' | 'police' | 'commissioner' | null;
  /** True for somebody who is let in by others during the example, and not before it. */
  readonly letInLater?: true;
}

/** What every invented person types to sign in. It is public, and production refuses it with the person. */
export const DEMO_PASSPHRASE = 'candour demo world only';

/** The shared secret of every invented person's code generator (base32). The sign-in page shows the code it makes. */
export const DEMO_TIME_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** The invented people of the demo world, one or more for each role. */
export const DEMO_PERSONAS: Readonly<Record<Part, DemoPersona>> = {
  submitter: persona('Sam Submitter', 'submitter', 'TRUST_SUBMITTER', 'trust'),
  guardian: persona('Gale Guardian', 'guardian', 'CALDICOTT_GUARDIAN', 'trust'),
  officer: persona('Drew Protection', 'dpo', 'DATA_PROTECTION_OFFICER', 'trust'),
  executive: persona('Ellis Executive', 'executive', 'EXECUTIVE_APPROVER', 'trust'),
  lead: persona('Lee Lead', 'lead', 'LEAD_REVIEWER'),
  otherLead: persona('Lou Lead', 'lead2', 'LEAD_REVIEWER'),
  first: persona('Robin Reviewer', 'reviewer', 'REVIEWER'),
  second: persona('Rowan Reviewer', 'reviewer2', 'REVIEWER'),
  third: persona('Ray Reviewer', 'reviewer3', 'REVIEWER'),
  lived: persona('Vic Voice', 'lived', 'LIVED_EXPERIENCE_REVIEWER'),
  group: persona('Gwen Group', 'group', 'USER_GROUP_MEMBER', 'group'),
  otherGroup: { ...persona('Gabi Group', 'group2', 'USER_GROUP_MEMBER', 'group'), letInLater: true },
  police: persona('Perry Police', 'police', 'POLICE_PARTNER', 'police'),
  commissioner: persona('Cam Commissioner', 'commission', 'COMMISSIONER', 'commissioner'),
  handler: persona('Hari Handler', 'handler', 'CONCERN_HANDLER'),
  auditor: persona('Audrey Auditor', 'auditor', 'AUDITOR'),
  admin: persona('Ash Administrator', 'admin', 'ADMIN'),
  otherAdmin: persona('Addie Administrator', 'admin2', 'ADMIN'),
};

function persona(name: string, mailbox: string, role: Role, of: DemoPersona['of'] = null): DemoPersona {
  return { name, email: `${mailbox}@demo.example`, role, of };
}
