/** Thresholds that the rules use and that no law fixes: platform policy, changed by changing the rule set. */
export interface RuleSettings {
  readonly purposeTextMinimum: number;
  readonly strictNecessityMinimum: number;
  readonly repeatedTextFlows: number;
  readonly smallCountMaximum: number;
  readonly consentReviewMonths: number;
  readonly consentRateMinimumPeople: number;
  readonly policyReviewMonths: number;
  readonly dpiaChangeReviewDays: number;
  readonly dpiaReviewMonths: number;
  readonly screenedRetentionDays: number;
  readonly markerWithdrawalDays: number;
  readonly accessReviewMonths: number;
  readonly successorLikenesses: number;
  readonly missingAgreement: 'FAIL' | 'WARN';
}

/** What each setting means, for the page that explains the rule set; every one is platform policy. */
export const settingMeanings: { readonly [K in keyof RuleSettings]: string } = {
  purposeTextMinimum: 'Platform policy: characters below which the words for a purpose are too few',
  strictNecessityMinimum:
    'Platform policy: characters below which the reason for strict necessity is too short',
  repeatedTextFlows: 'Platform policy: flows with the same necessity text from which it counts as copied',
  smallCountMaximum: 'Platform policy: the largest count that is small enough to point at a person',
  consentReviewMonths: 'Platform policy: the longest time in months between reviews of consent',
  consentRateMinimumPeople: 'Platform policy: people in a period from which full agreement is looked at',
  policyReviewMonths: 'Platform policy: months after which a policy document needs another review',
  dpiaChangeReviewDays: 'Platform policy: days around a change within which the DPIA is reviewed',
  dpiaReviewMonths: 'Platform policy: months after which a DPIA needs another review',
  screenedRetentionDays:
    'Platform policy: days for which data of people not selected may be kept without a reason',
  markerWithdrawalDays: 'Platform policy: days after closing within which markers and plans are withdrawn',
  accessReviewMonths: 'Platform policy: months after which police access needs another review',
  successorLikenesses:
    'Platform policy: likenesses to a closed deployment from which a new one may be its successor',
  missingAgreement:
    'Platform policy: how a missing data-sharing agreement counts (in law it is good practice)',
};

/** The settings of the present rule set (legal-basis.md §3.7). */
export const currentSettings: RuleSettings = {
  purposeTextMinimum: 80,
  strictNecessityMinimum: 80,
  repeatedTextFlows: 3,
  smallCountMaximum: 4,
  consentReviewMonths: 6,
  consentRateMinimumPeople: 5,
  policyReviewMonths: 24,
  dpiaChangeReviewDays: 30,
  dpiaReviewMonths: 12,
  screenedRetentionDays: 30,
  markerWithdrawalDays: 30,
  accessReviewMonths: 12,
  successorLikenesses: 2,
  missingAgreement: 'FAIL',
};
