import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.js';
import { readWorkingDayCalendar, type WorkingDayCalendar } from './working-day-calendar.js';

const FILE = 'register/bank-holidays.yaml';

/**
 * The bank holidays that Candour counts with. They are a file, so that a year is added without a programmer; it is the
 * one file that the kernel reads, and an unusable one stops the start with every fault named.
 */
export const ENGLAND_AND_WALES: WorkingDayCalendar = readWorkingDayCalendar(
  FILE,
  readFileSync(join(projectRoot, FILE), 'utf8'),
);
