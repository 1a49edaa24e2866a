import type { Rule } from '../engine/rule.js';
import { rCf01 } from './r-cf-01.js';
import { rCf02 } from './routes/r-cf-02.js';
import { rCf03 } from './routes/r-cf-03.js';
import { rCf04 } from './routes/r-cf-04.js';
import { rCf05 } from './routes/r-cf-05.js';
import { rCf06 } from './routes/r-cf-06.js';
import { rCf07 } from './routes/r-cf-07.js';
import { rCf08 } from './routes/r-cf-08.js';
import { rCf09 } from './routes/r-cf-09.js';
import { rCf10 } from './r-cf-10.js';
import { rCf11 } from './r-cf-11.js';
import { rCf12 } from './routes/r-cf-12.js';
import { rCf13 } from './r-cf-13.js';
import { rCf14 } from './routes/r-cf-14.js';
import { rCf15 } from './routes/r-cf-15.js';
import { rCf16 } from './routes/r-cf-16.js';

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
  rCf16,
];
