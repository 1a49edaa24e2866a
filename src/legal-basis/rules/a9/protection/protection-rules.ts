import type { Rule } from '../../engine/rule.js';
import { rA912 } from './r-a9-12.js';
import { rA913 } from './r-a9-13.js';
import { rA914 } from './r-a9-14.js';
import { rA915 } from './r-a9-15.js';
import { rA923 } from './r-a9-23.js';
import { rA928 } from './r-a9-28.js';

/** Rules on functions, unlawful acts and safeguarding: paras 6, 10 and 18 of Schedule 1. */
export const protectionRules: readonly Rule[] = [rA912, rA913, rA914, rA915, rA923, rA928];
