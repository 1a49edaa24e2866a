import { ChangedMeanwhile } from '../kernel/refusal.js';

const MOST_ATTEMPTS = 6;

/**
 * Does again, from the reading on, what somebody else overtook: two who write to one concern at the same time both get
 * their turn. @throws ChangedMeanwhile when it was overtaken every time.
 */
export async function retryOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = MOST_ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (refusal) {
      if (!(refusal instanceof ChangedMeanwhile) || left === 1) throw refusal;
    }
  }
}
