import type { Detector } from './disclosure-finding.js';

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const TELEPHONE = /(?<![\d+])(?:\+44|0)[ -]?\d(?:[ -]?\d){8,9}(?!\d)/gu;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gu;

/** E-mail addresses, British telephone numbers and postcodes. */
export const contactDetails: Detector = (text) =>
  [EMAIL, TELEPHONE, POSTCODE].flatMap((pattern) => text.match(pattern) ?? []);
