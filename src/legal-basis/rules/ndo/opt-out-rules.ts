import type { Rule } from '../engine/rule.js';
import { rNdo01 } from './r-ndo-01.js';
import { rNdo02 } from './r-ndo-02.js';

/** Rules on the national data opt-out (legal-basis.md §3.7). */
export const optOutRules: readonly Rule[] = [rNdo01, rNdo02];
