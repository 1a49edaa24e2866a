import type { Rule } from '../../engine/rule.js';
import { rA902 } from './r-a9-02.js';
import { rA903 } from './r-a9-03.js';
import { rA904 } from './r-a9-04.js';
import { rA905 } from './r-a9-05.js';
import { rA919 } from './r-a9-19.js';
import { rA920 } from './r-a9-20.js';

/** Rules on what Schedule 1 to the Data Protection Act 2018 asks of every condition, and on the policy document. */
export const schedule1Rules: readonly Rule[] = [rA902, rA903, rA904, rA905, rA919, rA920];
