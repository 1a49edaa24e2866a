import type { ReviewState } from './review-state.js';

/** The tone of each state's tag; the words say everything, the colour repeats it. */
export const STATE_TONES: Readonly<Record<ReviewState, string>> = {
  WAITING: 'waiting',
  NOT_ACKNOWLEDGED: 'stop',
  ANSWERING: 'waiting',
  NOT_ANSWERED: 'stop',
  SCORING: 'waiting',
  MODERATING: 'waiting',
  REPLYING: 'attention',
  DECIDING_REPLIES: 'waiting',
  SETTLED: 'good',
  DUE_NOT_PUBLISHED: 'stop',
  PUBLISHED: 'good',
};
