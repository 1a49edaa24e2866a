import type { Rule } from '../engine/rule.js';
import { rCf01 } from './r-cf-01.js';
import { rCf02 } from './r-cf-02.js';
import { rCf03 } from './r-cf-03.js';
import { rCf04 } from './r-cf-04.js';
import { rCf05 } from './r-cf-05.js';
import { rCf06 } from './r-cf-06.js';
import { rCf07 } from './r-cf-07.js';
import { rCf08 } from './r-cf-08.js';
import { rCf09 } from './r-cf-09.js';
import { rCf10 } from './r-cf-10.js';
import { rCf11 } from './r-cf-11.js';
import { rCf12 } from './r-cf-12.js';
import { rCf13 } from './r-cf-13.js';
import { rCf14 } from './r-cf-14.js';
import { rCf15 } from './r-cf-15.js';

/** Rules on confidentiality (legal-basis.md §3.7). */
export const confidentialityRules: readonly Rule[] = [
  rCf01,
  rCf02,
  rCf03,
  rCf04,
  rCf05,
  rCf06,
  rCf07,
  rCf08,
  rCf09,
  rCf10,
  rCf11,
  rCf12,
  rCf13,
  rCf14,
  rCf15,
];
