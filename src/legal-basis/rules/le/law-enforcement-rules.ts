import type { Rule } from '../engine/rule.js';
import { rLe01 } from './r-le-01.js';
import { rLe02 } from './r-le-02.js';
import { rLe03 } from './r-le-03.js';
import { rLe04 } from './r-le-04.js';
import { rLe05 } from './r-le-05.js';
import { rLe06 } from './r-le-06.js';
import { rLe07 } from './r-le-07.js';
import { rLe08 } from './r-le-08.js';
import { rLe09 } from './r-le-09.js';
import { rLe10 } from './r-le-10.js';
import { rLe11 } from './r-le-11.js';

/** Rules on law enforcement, DPA 2018 Part 3 (legal-basis.md §3.7). */
export const lawEnforcementRules: readonly Rule[] = [
  rLe01,
  rLe02,
  rLe03,
  rLe04,
  rLe05,
  rLe06,
  rLe07,
  rLe08,
  rLe09,
  rLe10,
  rLe11,
];
