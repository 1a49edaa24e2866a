const LENGTH_BYTES = 4;
const KIBIBYTE = 1024;

/** The sizes that a sealed text can have, in bytes: its length says only which of them it fits. */
export const BUCKETS = [1, 4, 16, 64, 256, 1024].map((kibibytes) => kibibytes * KIBIBYTE);

/**
 * The text in UTF-8 with its length before it, filled with zeros up to the next bucket.
 * @throws RangeError when it fits no bucket; forms keep texts far below that.
 */
export function pad(text: string): Buffer {
  const content = Buffer.from(text, 'utf8');
  const bucket = BUCKETS.find((size) => size >= content.length + LENGTH_BYTES);
  if (bucket === undefined) throw new RangeError('The text is longer than the largest envelope.');
  const padded = Buffer.alloc(bucket);
  padded.writeUInt32BE(content.length);
  content.copy(padded, LENGTH_BYTES);
  return padded;
}

/**
 * The text that was padded.
 * @throws RangeError when the length before it cannot be true.
 */
export function unpad(padded: Buffer): string {
  const length = padded.readUInt32BE();
  if (length > padded.length - LENGTH_BYTES) throw new RangeError('The padding is not as it was made.');
  return padded.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + length);
}
