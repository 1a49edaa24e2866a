import type { Rule } from '../engine/rule.js';
import { rCn01 } from './r-cn-01.js';
import { rCn02 } from './r-cn-02.js';
import { rCn03 } from './r-cn-03.js';
import { rCn04 } from './r-cn-04.js';
import { rCn05 } from './r-cn-05.js';

/** Rules on consistency across records (legal-basis.md §3.7). */
export const consistencyRules: readonly Rule[] = [rCn01, rCn02, rCn03, rCn04, rCn05];
