import type { Rule } from '../engine/rule.js';
import { rTr01 } from './r-tr-01.js';
import { rTr02 } from './r-tr-02.js';
import { rTr03 } from './r-tr-03.js';
import { rTr04 } from './r-tr-04.js';
import { rTr05 } from './r-tr-05.js';

/** Rules on transparency (legal-basis.md §3.7). */
export const transparencyRules: readonly Rule[] = [rTr01, rTr02, rTr03, rTr04, rTr05];
