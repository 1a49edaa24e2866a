import type { Rule } from '../engine/rule.js';
import { rSec01 } from './r-sec-01.js';
import { rSec02 } from './r-sec-02.js';
import { rSec03 } from './r-sec-03.js';

/** Rules on security (legal-basis.md §3.7). */
export const securityRules: readonly Rule[] = [rSec01, rSec02, rSec03];
