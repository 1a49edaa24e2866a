import type { Rule } from '../engine/rule.js';
import { rGen01 } from './r-gen-01.js';
import { rGen02 } from './r-gen-02.js';
import { rGen03 } from './r-gen-03.js';
import { rGen04 } from './r-gen-04.js';
import { rGen05 } from './r-gen-05.js';
import { rGen06 } from './r-gen-06.js';
import { rGen07 } from './r-gen-07.js';
import { rGen08 } from './r-gen-08.js';
import { rGen09 } from './r-gen-09.js';
import { rGen10 } from './r-gen-10.js';

/** General rules (legal-basis.md §3.7). */
export const genRules: readonly Rule[] = [
  rGen01,
  rGen02,
  rGen03,
  rGen04,
  rGen05,
  rGen06,
  rGen07,
  rGen08,
  rGen09,
  rGen10,
];
