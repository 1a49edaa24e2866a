import type { Rule } from '../engine/rule.js';
import { rDpia01 } from './r-dpia-01.js';
import { rDpia02 } from './r-dpia-02.js';
import { rDpia03 } from './r-dpia-03.js';
import { rDpia04 } from './r-dpia-04.js';
import { rDpia05 } from './r-dpia-05.js';
import { rDpia06 } from './r-dpia-06.js';
import { rDpia07 } from './r-dpia-07.js';
import { rDpia08 } from './r-dpia-08.js';
import { rDpia09 } from './r-dpia-09.js';

/** Rules on impact assessments (legal-basis.md §3.7). */
export const dpiaRules: readonly Rule[] = [
  rDpia01,
  rDpia02,
  rDpia03,
  rDpia04,
  rDpia05,
  rDpia06,
  rDpia07,
  rDpia08,
  rDpia09,
];
