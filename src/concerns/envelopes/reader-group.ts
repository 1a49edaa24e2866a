/**
 * Who envelopes are sealed to. Each group has its own key pair, so that a key that gets out opens one part only:
 * who the person is, what they said, the messages, or what was released.
 */
export const READER_GROUPS = ['identity', 'narrative', 'message', 'release'] as const;

/** One group of readers. */
export type ReaderGroup = (typeof READER_GROUPS)[number];
