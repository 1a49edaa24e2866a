import { offenceRules } from './a10/offence-rules.js';
import { article6Rules } from './a6/article-6-rules.js';
import { article9Rules } from './a9/article-9-rules.js';
import { agreementRules } from './agr/agreement-rules.js';
import { caldicottRules } from './cal/caldicott-rules.js';
import { confidentialityRules } from './cf/confidentiality-rules.js';
import { consistencyRules } from './cn/consistency-rules.js';
import { consentRules } from './con/consent-rules.js';
import { dpiaRules } from './dpia/dpia-rules.js';
import { genRules } from './gen/gen-rules.js';
import { humanRightsRules } from './hr/human-rights-rules.js';
import { lawEnforcementRules } from './le/law-enforcement-rules.js';
import { optOutRules } from './ndo/opt-out-rules.js';
import { retentionRules } from './ret/retention-rules.js';
import { patternRules } from './pat/pattern-rules.js';
import { processingRecordRules } from './ropa/processing-record-rules.js';
import { rightsRules } from './rt/rights-rules.js';
import { securityRules } from './sec/security-rules.js';
import { signOffRules } from './so/sign-off-rules.js';
import { transparencyRules } from './tr/transparency-rules.js';
import type { Rule } from './engine/rule.js';
import type { RuleSet } from './engine/rule-set.js';
import { currentSettings } from './matter/settings.js';

/** Every rule, in the order of legal-basis.md §3.7 and the patterns after them; a test holds the files and this list to each other. */
export const allRules: readonly Rule[] = [
  ...genRules,
  ...article6Rules,
  ...consentRules,
  ...article9Rules,
  ...offenceRules,
  ...lawEnforcementRules,
  ...confidentialityRules,
  ...caldicottRules,
  ...dpiaRules,
  ...agreementRules,
  ...processingRecordRules,
  ...transparencyRules,
  ...rightsRules,
  ...optOutRules,
  ...retentionRules,
  ...securityRules,
  ...signOffRules,
  ...humanRightsRules,
  ...consistencyRules,
  ...patternRules,
];

/** The edition of the rules that new judgements use. */
export const currentRuleSet: RuleSet = { edition: '2026-11-30', rules: allRules, settings: currentSettings };
