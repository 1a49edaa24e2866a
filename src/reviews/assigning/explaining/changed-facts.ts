import { inputsFingerprint } from '../instance-of-round.js';
import type { Instance } from '../solving/instance.js';

const PARTS = [
  ['panels', 'which panels are to be filled, and with how many'],
  ['people', 'who can sit, and on how many panels'],
  ['barred', 'who is ruled out of which panel'],
] as const;

const NOTHING: Instance = { people: [], panels: [], barred: [] };

/** What of the facts that panels rest on is another than it was, in words; empty where all is the same. */
export function changedFacts(before: Instance, now: Instance): readonly string[] {
  return PARTS.filter(
    ([part]) =>
      inputsFingerprint({ ...NOTHING, [part]: before[part] }) !==
      inputsFingerprint({ ...NOTHING, [part]: now[part] }),
  ).map(([, words]) => words);
}
