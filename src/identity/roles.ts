/** What a role is for, whether it belongs to one organisation, and whether it demands a second factor at sign-in. */
export interface RoleMeaning {
  readonly label: string;
  readonly purpose: string;
  readonly ofOrganisation: boolean;
  readonly privileged: boolean;
}

/** Every role a person may hold (product design §1, domain/sim.md §4.2). Rights are in each feature's policy, not here. */
export const ROLES = {
  TRUST_SUBMITTER: {
    label: 'Trust submitter',
    purpose: 'Records deployments, data flows, co-production and evidence, and answers the self-review.',
    ofOrganisation: true,
    privileged: false,
  },
  CALDICOTT_GUARDIAN: {
    label: 'Caldicott Guardian',
    purpose: 'Approves, conditions or refuses each data flow, and signs the self-review.',
    ofOrganisation: true,
    privileged: true,
  },
  DATA_PROTECTION_OFFICER: {
    label: 'Data Protection Officer',
    purpose: 'Gives advice on data flows; never approves them.',
    ofOrganisation: true,
    privileged: true,
  },
  EXECUTIVE_APPROVER: {
    label: 'Executive approver',
    purpose: 'Attests that a submission is complete and true to their knowledge.',
    ofOrganisation: true,
    privileged: true,
  },
  REVIEWER: {
    label: 'Reviewer',
    purpose: 'Declares interests, reads evidence and scores each criterion blind.',
    ofOrganisation: false,
    privileged: true,
  },
  LIVED_EXPERIENCE_REVIEWER: {
    label: 'Lived-experience reviewer',
    purpose: 'A paid reviewer with a full vote who has lived experience.',
    ofOrganisation: false,
    privileged: true,
  },
  LEAD_REVIEWER: {
    label: 'Lead reviewer',
    purpose: 'Runs rounds, assigns reviewers, moderates, and sets and keeps the publication date.',
    ofOrganisation: false,
    privileged: true,
  },
  USER_GROUP_MEMBER: {
    label: 'User-led group member',
    purpose: 'Files concerns for a group, attests or disputes co-production, adds statements.',
    ofOrganisation: true,
    privileged: false,
  },
  POLICE_PARTNER: {
    label: 'Police partner',
    purpose:
      'Reads what submitted data flows say in the name of their police force, and signs what it says of a scheme.',
    ofOrganisation: true,
    privileged: true,
  },
  COMMISSIONER: {
    label: 'Commissioner or NHS England',
    purpose:
      'Orders schemes to halt in the name of the body that pays for them or of NHS England, lifts its own orders, and signs what it says of a scheme.',
    ofOrganisation: true,
    privileged: true,
  },
  CONCERN_HANDLER: {
    label: 'Concern handler',
    purpose: 'Reads concerns outside the trust, links them, answers them and refers them on.',
    ofOrganisation: false,
    privileged: true,
  },
  AUDITOR: {
    label: 'Auditor',
    purpose: 'Reads everything but identities, and checks the log.',
    ofOrganisation: false,
    privileged: true,
  },
  ADMIN: {
    label: 'Administrator',
    purpose: 'Keeps people, roles and organisations; sees no concerns and no scores.',
    ofOrganisation: false,
    privileged: true,
  },
} as const satisfies Record<string, RoleMeaning>;

/** The code of a role. */
export type Role = keyof typeof ROLES;

/** True when the text is the code of a role. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** Every role code, in the order people meet them. */
export const ROLE_CODES = Object.keys(ROLES).filter(isRole);

/** The post in which something was done, as a page tells it; the log knows no post of a job, or of somebody without a role. */
export function postInWords(post: string | null): string {
  if (post === null) return 'Nobody known';
  if (isRole(post)) return ROLES[post].label;
  return post === 'operator' ? 'The operator' : capital(post);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
