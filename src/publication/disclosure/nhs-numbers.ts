import type { Detector } from './disclosure-finding.js';

const TEN_DIGITS = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/gu;
const MODULUS = 11;
const WEIGHTED_DIGITS = 9;

/** Ten digits whose last is the check digit of an NHS number (NHS Data Dictionary, modulus 11). */
export const nhsNumbers: Detector = (text) => (text.match(TEN_DIGITS) ?? []).filter(isNhsNumber);

function isNhsNumber(written: string): boolean {
  const digits = Array.from(written.replace(/\D/gu, ''), Number);
  const sum = digits
    .slice(0, WEIGHTED_DIGITS)
    .reduce((total, digit, place) => total + digit * (MODULUS - 1 - place), 0);
  const check = (MODULUS - (sum % MODULUS)) % MODULUS;
  return check === digits[WEIGHTED_DIGITS];
}
