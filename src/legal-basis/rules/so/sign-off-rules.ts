import type { Rule } from '../engine/rule.js';
import { rSo01 } from './r-so-01.js';
import { rSo02 } from './r-so-02.js';

/** Rules on sign-offs (legal-basis.md §3.7). */
export const signOffRules: readonly Rule[] = [rSo01, rSo02];
