/** The size of a file as people say it: `812 bytes`, `14 kB`, `2.3 MB`. One kB is 1,000 bytes. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} bytes`;
  if (bytes < 999_500) return `${String(Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
