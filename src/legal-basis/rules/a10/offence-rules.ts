import type { Rule } from '../engine/rule.js';
import { rA1001 } from './r-a10-01.js';
import { rA1002 } from './r-a10-02.js';
import { rA1003 } from './r-a10-03.js';

/** Rules on Article 10 (legal-basis.md §3.7). */
export const offenceRules: readonly Rule[] = [rA1001, rA1002, rA1003];
