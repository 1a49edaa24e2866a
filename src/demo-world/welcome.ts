import { ROLES } from '../identity/roles.js';
import type { Settings } from '../platform/settings/settings.js';
import { DEMO_PASSPHRASE, DEMO_PERSONAS } from './personas.js';

/** What is printed when Candour is ready: where it is, who can sign in, and what to try first. */
export function welcome({ mode, publicUrl }: Settings, address: string): string {
  if (mode !== 'demo') return `\nCandour is ready at ${publicUrl}\nIt stops on Ctrl-C.`;
  return [
    '',
    `Candour is ready at ${address}`,
    '',
    `Sign in at ${address}/sign-in with any of these. The passphrase of all of them is: ${DEMO_PASSPHRASE}`,
    'The page that asks for a code shows it, because nobody has the phone of an invented person.',
    '',
    ...Object.values(DEMO_PERSONAS).map(
      ({ email, role, name }) => `  ${email.padEnd(24)} ${ROLES[role].label} (${name})`,
    ),
    '',
    'Three things to try:',
    `  1. Tell what happened, without an account, and come back with the receipt: ${address}/answers`,
    `  2. Read what sources say of one scheme, side by side: ${address}/deployments?q=PAVE`,
    `  3. Read the published example result, with every score and its reason: ${address}/publications`,
    '',
    'It stops on Ctrl-C and keeps its data. npm run --silent candour -- verify compares the log with the records.',
  ].join('\n');
}
