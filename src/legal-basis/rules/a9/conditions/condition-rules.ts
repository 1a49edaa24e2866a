import type { Rule } from '../../engine/rule.js';
import { rA901 } from './r-a9-01.js';
import { rA906 } from './r-a9-06.js';
import { rA907 } from './r-a9-07.js';
import { rA908 } from './r-a9-08.js';
import { rA909 } from './r-a9-09.js';
import { rA910 } from './r-a9-10.js';
import { rA911 } from './r-a9-11.js';
import { rA916 } from './r-a9-16.js';
import { rA917 } from './r-a9-17.js';
import { rA918 } from './r-a9-18.js';
import { rA931 } from './r-a9-31.js';

/** Rules on the conditions of Article 9(2) UK GDPR, each by itself. */
export const conditionRules: readonly Rule[] = [
  rA901,
  rA906,
  rA907,
  rA908,
  rA909,
  rA910,
  rA911,
  rA916,
  rA917,
  rA918,
  rA931,
];
