import type { Rule } from '../engine/rule.js';
import { rA601 } from './r-a6-01.js';
import { rA602 } from './r-a6-02.js';
import { rA603 } from './r-a6-03.js';
import { rA604 } from './r-a6-04.js';
import { rA605 } from './r-a6-05.js';
import { rA606 } from './r-a6-06.js';
import { rA607 } from './r-a6-07.js';
import { rA608 } from './r-a6-08.js';
import { rA609 } from './r-a6-09.js';
import { rA610 } from './r-a6-10.js';

/** Rules on Article 6 (legal-basis.md §3.7). */
export const article6Rules: readonly Rule[] = [
  rA601,
  rA602,
  rA603,
  rA604,
  rA605,
  rA606,
  rA607,
  rA608,
  rA609,
  rA610,
];
