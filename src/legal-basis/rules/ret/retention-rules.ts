import type { Rule } from '../engine/rule.js';
import { rRet01 } from './r-ret-01.js';
import { rRet02 } from './r-ret-02.js';
import { rRet03 } from './r-ret-03.js';
import { rRet04 } from './r-ret-04.js';
import { rRet05 } from './r-ret-05.js';

/** Rules on retention (legal-basis.md §3.7). */
export const retentionRules: readonly Rule[] = [rRet01, rRet02, rRet03, rRet04, rRet05];
