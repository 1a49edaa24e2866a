import type { Rule } from '../engine/rule.js';
import { conditionRules } from './conditions/condition-rules.js';
import { particularRules } from './particular/particular-rules.js';
import { protectionRules } from './protection/protection-rules.js';
import { schedule1Rules } from './schedule-1/schedule-1-rules.js';

/** Rules on Article 9 and Schedule 1 (legal-basis.md §3.7), by their numbers. */
export const article9Rules: readonly Rule[] = [
  ...conditionRules,
  ...schedule1Rules,
  ...protectionRules,
  ...particularRules,
].sort((one, other) => one.id.localeCompare(other.id));
