import { timeSecretAddress } from '../../identity/proofs/time-code.js';
import { Page } from '../../web/answer/page.js';
import type { NewGenerator } from './generator-setup.js';
import { drawQrCode } from './qr-code.js';

/** Where the form goes, and for whom the code generator is. */
export interface GeneratorFormTarget {
  readonly email: string;
  readonly action: string;
  readonly required: boolean;
}

/** The page on which somebody scans a picture, or types a secret, and gives a first code. */
export function generatorPage(
  { timeSecret, sealed }: NewGenerator,
  target: GeneratorFormTarget,
  asked: object,
): Page {
  return new Page('memberships/account/views/generator.njk', {
    title: 'Set up a code generator',
    picture: drawQrCode(timeSecretAddress(timeSecret, target.email)),
    typedSecret: timeSecret.replace(/(.{4})(?=.)/g, '$1 '),
    sealed,
    ...target,
    ...asked,
  });
}

/** The sealed generator as the page sent it back. */
export function sealedIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'carriedGenerator' in body
    ? body.carriedGenerator
    : undefined;
}

/** The recovery codes, shown this once. */
export function recoveryCodesPage(recoveryCodes: readonly string[], onwards: string): Page {
  return new Page('memberships/account/views/recovery-codes.njk', {
    title: 'Keep your recovery codes',
    recoveryCodes,
    onwards,
  });
}
