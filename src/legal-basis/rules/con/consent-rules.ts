import type { Rule } from '../engine/rule.js';
import { rCon01 } from './r-con-01.js';
import { rCon02 } from './r-con-02.js';
import { rCon03 } from './r-con-03.js';
import { rCon04 } from './r-con-04.js';
import { rCon05 } from './r-con-05.js';
import { rCon06 } from './r-con-06.js';
import { rCon07 } from './r-con-07.js';
import { rCon08 } from './r-con-08.js';
import { rCon09 } from './r-con-09.js';
import { rCon10 } from './r-con-10.js';
import { rCon11 } from './r-con-11.js';

/** Rules on consent (legal-basis.md §3.7). */
export const consentRules: readonly Rule[] = [
  rCon01,
  rCon02,
  rCon03,
  rCon04,
  rCon05,
  rCon06,
  rCon07,
  rCon08,
  rCon09,
  rCon10,
  rCon11,
];
