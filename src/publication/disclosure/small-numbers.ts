import type { Detector } from './disclosure-finding.js';

const FEW = '(?:[1-7]|one|two|three|four|five|six|seven)';
const PEOPLE =
  '(?:people|persons?|patients?|service[ -]users?|women|woman|men|man|girls?|boys?|child(?:ren)?|carers?|survivors?|officers?|nurses?|clinicians?|deaths?|suicides?)';
const SMALL = new RegExp(`(?<![\\d.,/-])\\b${FEW}\\s+(?:[\\p{L}-]+\\s+){0,2}${PEOPLE}\\b`, 'giu');

/** A count of 1 to 7 people: numbers under 8 are never published as they are (domain/complaints-guidelines-access §4.9). */
export const smallNumbers: Detector = (text) => text.match(SMALL) ?? [];
