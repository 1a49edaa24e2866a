import type { Rule } from '../engine/rule.js';
import { rRopa01 } from './r-ropa-01.js';

/** Rules on records of processing (legal-basis.md §3.7). */
export const processingRecordRules: readonly Rule[] = [rRopa01];
