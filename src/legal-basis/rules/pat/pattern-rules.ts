import type { Rule } from '../engine/rule.js';
import { rPat01 } from './r-pat-01.js';
import { rPat02 } from './r-pat-02.js';
import { rPat03 } from './r-pat-03.js';
import { rPat04 } from './r-pat-04.js';
import { rPat05 } from './r-pat-05.js';

/** Rules on the patterns that the position of 10 March 2023 ends; a record can be right in law and still show one. */
export const patternRules: readonly Rule[] = [rPat01, rPat02, rPat03, rPat04, rPat05];
