import type { Rule } from '../engine/rule.js';
import { rCal01 } from './r-cal-01.js';
import { rCal02 } from './r-cal-02.js';
import { rCal03 } from './r-cal-03.js';
import { rCal04 } from './r-cal-04.js';

/** Rules on the Caldicott principles (legal-basis.md §3.7). */
export const caldicottRules: readonly Rule[] = [rCal01, rCal02, rCal03, rCal04];
