import type { Rule } from '../engine/rule.js';
import { rAgr01 } from './r-agr-01.js';
import { rAgr02 } from './r-agr-02.js';
import { rAgr03 } from './r-agr-03.js';
import { rAgr04 } from './r-agr-04.js';
import { rAgr05 } from './r-agr-05.js';
import { rAgr06 } from './r-agr-06.js';

/** Rules on agreements (legal-basis.md §3.7). */
export const agreementRules: readonly Rule[] = [rAgr01, rAgr02, rAgr03, rAgr04, rAgr05, rAgr06];
