import type { Rule } from '../engine/rule.js';
import { rA901 } from './r-a9-01.js';
import { rA902 } from './r-a9-02.js';
import { rA903 } from './r-a9-03.js';
import { rA904 } from './r-a9-04.js';
import { rA905 } from './r-a9-05.js';
import { rA906 } from './r-a9-06.js';
import { rA907 } from './r-a9-07.js';
import { rA908 } from './r-a9-08.js';
import { rA909 } from './r-a9-09.js';
import { rA910 } from './r-a9-10.js';
import { rA911 } from './r-a9-11.js';
import { rA912 } from './r-a9-12.js';
import { rA913 } from './r-a9-13.js';
import { rA914 } from './r-a9-14.js';
import { rA915 } from './r-a9-15.js';
import { rA916 } from './r-a9-16.js';
import { rA917 } from './r-a9-17.js';
import { rA918 } from './r-a9-18.js';

/** Rules on Article 9 and Schedule 1 (legal-basis.md §3.7). */
export const article9Rules: readonly Rule[] = [
  rA901,
  rA902,
  rA903,
  rA904,
  rA905,
  rA906,
  rA907,
  rA908,
  rA909,
  rA910,
  rA911,
  rA912,
  rA913,
  rA914,
  rA915,
  rA916,
  rA917,
  rA918,
];
