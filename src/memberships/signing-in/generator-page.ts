import { timeSecretAddress } from '../../identity/time-code.js';
import { Page } from '../../web/answer/page.js';
import type { NewGenerator } from '../generator-setup.js';
import { pictureOf } from './picture-of.js';

/** Where the form goes, and for whom the code generator is. */
export interface GeneratorPlace {
  readonly email: string;
  readonly action: string;
  readonly required: boolean;
}

/** The page on which somebody scans a picture, or types a secret, and gives a first code. */
export function generatorPage(
  { timeSecret, sealed }: NewGenerator,
  place: GeneratorPlace,
  asked: object,
): Page {
  return new Page('memberships/signing-in/views/generator.njk', {
    title: 'Set up a code generator',
    picture: pictureOf(timeSecretAddress(timeSecret, place.email)),
    typedSecret: timeSecret.replace(/(.{4})(?=.)/g, '$1 '),
    sealed,
    ...place,
    ...asked,
  });
}

/** The sealed generator as the page sent it back. */
export function sealedIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'generator' in body ? body.generator : undefined;
}

/** The recovery codes, shown this once. */
export function recoveryCodesPage(recoveryCodes: readonly string[], onwards: string): Page {
  return new Page('memberships/signing-in/views/recovery-codes.njk', {
    title: 'Keep your recovery codes',
    recoveryCodes,
    onwards,
  });
}
