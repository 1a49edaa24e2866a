import type { Settings } from '../platform/settings/settings.js';

/** What is printed when Candour is ready: where it is, who can sign in, and what to try first. */
export function welcome({ mode, publicUrl }: Settings, address: string): string {
  const at = mode === 'demo' ? address : publicUrl;
  return `\nCandour is ready at ${at}`;
}
