/** How consent is asked for and kept, with everything that is asked of it. */
export const profile = {
  id: 'consent-1',
  type: 'UKGDPR',
  formVersion: '3',
  evidenceIds: ['form-3'],
  granularPerRecipient: true,
  expressStatement: true,
  withdrawalRoute: 'By telephone, to anyone in the team',
  noDetriment: true,
  careConditional: false,
  capacityRecorded: true,
  settings: ['CLINIC'],
  reviewInterval: 6,
};

/** Consent is the Article 6 basis of the trust, its profile is there, and not everybody asked has said yes. */
export const consented = {
  'assertions[0].art6': '6_1_a',
  'assertions[0].consentProfileId': 'consent-1',
  consentProfiles: [profile],
  consentReturns: [{ caseload: 10, consented: 7 }],
};

/** Explicit consent is the Article 9 condition, and its profile is there. */
export const consent = {
  'assertions[0].art9': ['9_2_a'],
  'assertions[0].sch1Paras': [],
  'assertions[0].consentProfileId': 'consent-1',
  consentProfiles: [profile],
};

/** Explicit consent is the route of confidentiality too, by a profile of its own that is not there yet. */
export const common = {
  'confidentiality.route': 'EXPLICIT_CONSENT',
  'confidentiality.consentProfileId': 'consent-2',
};

/** Consent as above, but for what is changed in its profile. */
export const but = (changes: object) => ({ ...consent, consentProfiles: [{ ...profile, ...changes }] });

/** Consent under the duty of confidentiality is the route, and its profile is there, but for what is changed in it. */
export const confidential = (changes: object = {}) => ({
  ...common,
  consentProfiles: [{ ...profile, id: 'consent-2', type: 'CLDC', ...changes }],
});

/** Consent is how sensitive processing under Part 3 is allowed, by a profile with what is changed in it. */
export const underPart3 = (changes: object = {}) => ({
  'assertions[1].regime': 'DPA_PART3',
  'assertions[1].s35Condition': 'CONSENT',
  'assertions[1].consentProfileId': 'consent-3',
  consentProfiles: [{ ...profile, id: 'consent-3', ...changes }],
});
