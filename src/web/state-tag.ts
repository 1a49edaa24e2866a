/** A state in words with its tone, as the tag shows it. */
export interface StateTag {
  readonly text: string;
  readonly tone: 'good' | 'stop' | 'attention' | 'waiting' | 'quiet';
}
