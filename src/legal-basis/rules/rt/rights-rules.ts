import type { Rule } from '../engine/rule.js';
import { rRt01 } from './r-rt-01.js';
import { rRt02 } from './r-rt-02.js';
import { rRt03 } from './r-rt-03.js';
import { rRt04 } from './r-rt-04.js';
import { rRt05 } from './r-rt-05.js';

/** Rules on rights (legal-basis.md §3.7). */
export const rightsRules: readonly Rule[] = [rRt01, rRt02, rRt03, rRt04, rRt05];
