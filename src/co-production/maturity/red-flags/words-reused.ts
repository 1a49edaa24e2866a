import type { RedFlagRule } from './red-flag.js';

/** Words belong to those who said them: the StopSIM coalition said its wording was reused without consent. */
export const wordsReused: RedFlagRule = ({ wordsReusedWithoutConsent }) => {
  if (!wordsReusedWithoutConsent) return null;
  return { code: 'WORDS_REUSED', sentence: 'People’s words were reused without their consent.', lookAt: [] };
};
