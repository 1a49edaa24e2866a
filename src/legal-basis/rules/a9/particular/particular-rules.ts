import type { Rule } from '../../engine/rule.js';
import { rA921 } from './r-a9-21.js';
import { rA922 } from './r-a9-22.js';
import { rA924 } from './r-a9-24.js';
import { rA925 } from './r-a9-25.js';
import { rA926 } from './r-a9-26.js';
import { rA927 } from './r-a9-27.js';
import { rA929 } from './r-a9-29.js';
import { rA930 } from './r-a9-30.js';

/** Rules on the paragraphs of Schedule 1 Part 2 that are made for particular bodies and aims. */
export const particularRules: readonly Rule[] = [rA921, rA922, rA924, rA925, rA926, rA927, rA929, rA930];
