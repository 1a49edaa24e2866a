import { z } from 'zod';

/** Where the service stands: a demonstration, on trial, in beta, or live. Only a demonstration is the mode's own. */
export type Phase = 'demo' | 'trial' | 'beta' | 'live';

/** Who answers for what this installation holds, and how people reach them without it. */
export interface Responsible {
  readonly controller: string;
  /** The post or name, and how to reach them. */
  readonly dataProtectionOfficer: string;
  readonly phone: string;
  readonly address: string;
}

/** How long one of these texts may be, in characters. */
const MOST = 300;

/** The variables that say who is responsible: pages show them to everybody, so production does not start without them. */
export const responsibleVariables = {
  CONTROLLER: shown('CONTROLLER').describe(
    'The organisation that decides what is held here and why (the controller in data protection law), by its full ' +
      'name. The privacy page says it. Needed in production, as are the next four.',
  ),
  DATA_PROTECTION_OFFICER: shown('DATA_PROTECTION_OFFICER').describe(
    'Its data protection officer and how to reach them: The data protection officer, dpo@example.org.',
  ),
  CONTACT_PHONE: z
    .string()
    .refine((text) => text === '' || (telephoneOf(text) !== undefined && text.length <= MOST), {
      error:
        'CONTACT_PHONE holds no telephone number. Set it to one, with its hours: 01632 960123, Monday to Friday, 9am to 5pm.',
    })
    .prefault('')
    .describe(
      'The phone on which people reach a person instead of this service, with its hours: 01632 960123, Monday to ' +
        'Friday, 9am to 5pm. The first page for telling what happened shows it.',
    ),
  CONTACT_ADDRESS: shown('CONTACT_ADDRESS').describe('The postal address for the same, in one line.'),
  SERVICE_PHASE: z
    .enum(['', 'trial', 'beta', 'live'], {
      error: ({ input }) =>
        `SERVICE_PHASE is ${JSON.stringify(input)}, which will not do. Set it to trial, beta or live.`,
    })
    .prefault('')
    .describe('Where the service stands: trial, beta or live. Pages say it until it is live.'),
};

/** What production needs of these variables and does not have, as one sentence; undefined when all is there. */
export function responsibleFault(given: Readonly<Record<string, string | undefined>>): string | undefined {
  if (given['CANDOUR_MODE'] !== 'production') return undefined;
  const missing = Object.keys(responsibleVariables).filter((name) => given[name] === undefined);
  if (missing.length === 0) return undefined;
  const names =
    missing.length === 1
      ? missing.join('')
      : `${missing.slice(0, -1).join(', ')} and ${missing.at(-1) ?? ''}`;
  return `${names} ${missing.length === 1 ? 'is' : 'are'} missing. Pages tell everybody who is responsible, so production needs ${missing.length === 1 ? 'it' : 'them'}.`;
}

/** The digits to dial of a phone with its hours, or undefined where there is no number in it. */
export function telephoneOf(text: string): string | undefined {
  return /\+?\d(?:[ -]?\d){6,14}/.exec(text)?.[0].replaceAll(/[ -]/g, '');
}

function shown(name: string) {
  return z
    .string()
    .max(MOST, { error: `${name} is too long. Set it to at most ${MOST} characters.` })
    .prefault('');
}
