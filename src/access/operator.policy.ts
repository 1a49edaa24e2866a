import { recordedClasses } from '../platform/database/recorded.js';
import type { Policy } from './policy.js';

/** The operator reads every kind of record, because verifying the log compares each with its events. */
export const operatorPolicy: Policy = (actor, { allow }) => {
  if (actor.standing !== 'operator') return;
  for (const kind of recordedClasses()) allow('read', kind);
};
