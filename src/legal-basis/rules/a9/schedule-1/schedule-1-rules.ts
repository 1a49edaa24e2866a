import type { Rule } from '../../engine/rule.js';
import { rA902 } from './r-a9-02.js';
import { rA903 } from './r-a9-03.js';
import { rA904 } from './r-a9-04.js';
import { rA905 } from './r-a9-05.js';
import { rA912 } from './r-a9-12.js';
import { rA913 } from './r-a9-13.js';
import { rA914 } from './r-a9-14.js';
import { rA915 } from './r-a9-15.js';

/** Rules on what Schedule 1 to the Data Protection Act 2018 asks besides: its paragraphs, and the policy document. */
export const schedule1Rules: readonly Rule[] = [rA902, rA903, rA904, rA905, rA912, rA913, rA914, rA915];
