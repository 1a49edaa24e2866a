import type { Provision } from '../../provisions/provision.js';
import { provisionById } from '../../provisions/provisions.js';

/**
 * The conditions of DPA 2018 Schedule 1, Parts 1 to 3 (legal-basis.md §3.4; titles from the list of provisions,
 * entries dpa-sch1-1 to dpa-sch1-37). Paragraph 5 is no condition. A record may hold any paragraph written
 * `P<part>.<number>`, so that a wrong one can be seen and named.
 */
const schedule1Paragraphs = [
  { code: 'P1.1', label: 'Part 1 para 1: employment, social security and social protection' },
  { code: 'P1.2', label: 'Part 1 para 2: health or social care purposes' },
  { code: 'P1.3', label: 'Part 1 para 3: public health' },
  { code: 'P1.4', label: 'Part 1 para 4: research' },
  { code: 'P2.6', label: 'Part 2 para 6: statutory and government purposes' },
  { code: 'P2.7', label: 'Part 2 para 7: administration of justice and parliamentary purposes' },
  { code: 'P2.8', label: 'Part 2 para 8: equality of opportunity or treatment' },
  { code: 'P2.9', label: 'Part 2 para 9: racial and ethnic diversity at senior levels' },
  { code: 'P2.10', label: 'Part 2 para 10: preventing or detecting unlawful acts' },
  { code: 'P2.11', label: 'Part 2 para 11: protecting the public against dishonesty and the like' },
  { code: 'P2.12', label: 'Part 2 para 12: regulatory requirements on unlawful acts and dishonesty' },
  { code: 'P2.13', label: 'Part 2 para 13: journalism, academia, art and literature' },
  { code: 'P2.14', label: 'Part 2 para 14: preventing fraud' },
  { code: 'P2.15', label: 'Part 2 para 15: suspicion of terrorist financing or money laundering' },
  { code: 'P2.16', label: 'Part 2 para 16: support for people with a disability or condition' },
  { code: 'P2.17', label: 'Part 2 para 17: counselling' },
  { code: 'P2.18', label: 'Part 2 para 18: safeguarding of children and of individuals at risk' },
  { code: 'P2.19', label: 'Part 2 para 19: economic well-being of certain individuals' },
  { code: 'P2.20', label: 'Part 2 para 20: insurance' },
  { code: 'P2.21', label: 'Part 2 para 21: occupational pensions' },
  { code: 'P2.22', label: 'Part 2 para 22: political parties' },
  { code: 'P2.23', label: 'Part 2 para 23: elected representatives responding to requests' },
  { code: 'P2.24', label: 'Part 2 para 24: disclosure to elected representatives' },
  { code: 'P2.25', label: 'Part 2 para 25: informing elected representatives about prisoners' },
  { code: 'P2.26', label: 'Part 2 para 26: publication of legal judgments' },
  { code: 'P2.27', label: 'Part 2 para 27: anti-doping in sport' },
  { code: 'P2.28', label: 'Part 2 para 28: standards of behaviour in sport' },
  { code: 'P3.29', label: 'Part 3 para 29: consent (offence data)' },
  { code: 'P3.30', label: 'Part 3 para 30: vital interests (offence data)' },
  { code: 'P3.31', label: 'Part 3 para 31: not-for-profit bodies (offence data)' },
  { code: 'P3.32', label: 'Part 3 para 32: data made public by the person (offence data)' },
  { code: 'P3.33', label: 'Part 3 para 33: legal claims (offence data)' },
  { code: 'P3.34', label: 'Part 3 para 34: judicial acts' },
  { code: 'P3.35', label: 'Part 3 para 35: accounts used in indecency offences involving children' },
  { code: 'P3.36', label: 'Part 3 para 36: Part 2 conditions without substantial public interest' },
  { code: 'P3.37', label: 'Part 3 para 37: insurance (offence data)' },
] as const;

/** The conditions that Article 9(2) can rest on: those of Parts 1 and 2. Part 3 is about data on offences alone. */
export const article9Paragraphs = schedule1Paragraphs.filter(({ code }) => !code.startsWith('P3.'));

/** A paragraph in words, also one that is no condition of Schedule 1. */
export function schedule1InWords(paragraph: string): string {
  const known = schedule1Paragraphs.find(({ code }) => code === paragraph);
  const [, part = '', number = ''] = /^P(\d+)\.(\d+)$/.exec(paragraph) ?? [];
  if (known) return known.label;
  return number === '' ? paragraph : `Part ${part} para ${number}: no condition of Schedule 1`;
}

/** How a Schedule 1 paragraph is written in a record; "not known" is an answer too. */
export const schedule1Pattern = /^(?:P\d\.\d{1,2}|NOT_KNOWN)$/;

const conditions = new Map<string, Provision>(
  schedule1Paragraphs.flatMap(({ code }) => {
    const provision = provisionById(`dpa-sch1-${code.slice(3)}`);
    return provision === undefined ? [] : [[code, provision] as const];
  }),
);

/** The condition that a paragraph written `P<part>.<number>` names; undefined where Schedule 1 holds no such condition. */
export function schedule1Condition(paragraph: string): Provision | undefined {
  return conditions.get(paragraph);
}

/** Whether a condition of Schedule 1 may be used for data about offences: some paragraphs of Part 2 may not. */
export function isForOffenceData({ bases }: Provision): boolean {
  return bases.includes('Art 10');
}

/** A paragraph as people read it: "Part 2 para 16". */
export function paragraphInWords(paragraph: string): string {
  return paragraph.replace(/^P(\d)\.(\d+)$/, 'Part $1 para $2');
}

/** The conditions that data about offences can rest on: those of Parts 1 and 2 that are open to them, and Part 3. */
export const offenceParagraphs = schedule1Paragraphs.filter(({ code }) => isOpen(code));

function isOpen(paragraph: string): boolean {
  const condition = schedule1Condition(paragraph);
  return condition !== undefined && isForOffenceData(condition);
}

/** Reasons that Schedule 1 para 18 (and Schedule 8 para 4) accept for not having consent, and the one they do not. */
export const noConsentReasons = [
  { code: 'CANNOT_BE_GIVEN', label: 'Consent cannot be given by the person' },
  {
    code: 'CANNOT_REASONABLY_BE_OBTAINED',
    label: 'The controller cannot reasonably be expected to obtain consent',
  },
  { code: 'WOULD_PREJUDICE_PROTECTION', label: 'Asking for consent would prejudice the protection' },
  { code: 'PERSON_REFUSED', label: 'The person refused' },
] as const;
