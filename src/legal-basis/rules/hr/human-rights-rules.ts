import type { Rule } from '../engine/rule.js';
import { rHr01 } from './r-hr-01.js';

/** Rules on human rights (legal-basis.md §3.7). */
export const humanRightsRules: readonly Rule[] = [rHr01];
