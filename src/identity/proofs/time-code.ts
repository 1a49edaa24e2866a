import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';

const STEP_SECONDS = 30;

/** A new shared secret for a code generator, 160 random bits in Base32 (RFC 4226 §4). */
export function newTimeSecret(): string {
  return generateSecret();
}

/** The six digits that a code generator shows at this moment, or so many steps of 30 seconds later. */
export function timeCode(secret: string, at: Date, stepsLater = 0): string {
  return generateSync({ secret, epoch: seconds(at) + stepsLater * STEP_SECONDS });
}

/** The number of the 30-second step that this moment is in (RFC 6238 §4.2). */
export function timeStep(at: Date): number {
  return Math.floor(seconds(at) / STEP_SECONDS);
}

/** The step whose code this is, now or one step to either side; null when it is none of the three. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const found = verifySync({ secret, token: code, epoch: seconds(at), epochTolerance: STEP_SECONDS });
  return found.valid ? timeStep(at) + found.delta : null;
}

/** The address that a phone reads from the picture (the otpauth format of authenticator apps). */
export function timeSecretAddress(secret: string, email: string): string {
  return generateURI({ issuer: 'Candour', label: email, secret });
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
