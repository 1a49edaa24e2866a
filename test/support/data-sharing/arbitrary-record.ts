import fc from 'fast-check';
import type { z } from 'zod';
import { flowRecordSchema, type FlowRecord } from '../../../src/legal-basis/record/flow-record.js';
import { A_DOCUMENT, HASH_OF_DPIA } from './a-document.js';
import { registerViewSchema, type RegisterView } from '../../../src/legal-basis/record/register-view.js';

const ORGANISATIONS = ['trust', 'police', 'ambulance', 'charity'];
const DAYS = [
  '2012-06-01',
  '2016-10-01',
  '2018-05-24',
  '2018-05-25',
  '2018-05-26',
  '2020-12-31',
  '2021-01-01',
  '2021-01-02',
  '2023-03-09',
  '2023-03-10',
  '2025-06-30',
  '2026-02-04',
  '2026-02-05',
  '2026-02-06',
  '2026-06-18',
  '2026-06-19',
  '2026-11-22',
  '2027-01-31',
  '2028-02-29',
];
const TEXTS = [
  '',
  ' ',
  'not known',
  'GDPR, public interest',
  'Crime and Disorder Act 1998 s115',
  'Articles 6(1)(e) and 9(2)(h)',
  'Repeated suicide attempts',
  'Assault, Criminal Justice Act 1988 s39',
  'Indefinite',
  '20 years after treatment ends',
  'The National Health Service Act 2006 s43 gives the trust the task of providing the services that this flow supports.',
];
const PARAGRAPHS = ['P1.1', 'P1.2', 'P1.4', 'P2.6', 'P2.10', 'P2.18', 'P2.29', 'P4.39', 'NOT_KNOWN'];
const PROVISIONS = ['cda-s115', 'care-s42', 'care-s45', 'sswba-s128', 'nhs-s251', 'poa-s5', 'dpa1998-sch3-8'];
const LINKS = [A_DOCUMENT, HASH_OF_DPIA, 'DPIA v2.pdf', 'not known'];
const IDS = ['one', 'two', 'three', 'not known'];

/** Records of every shape that the structure allows, with answers that make rules meet each other. */
export const arbitraryFlow = arbitraryOf(flowRecordSchema, 'flow') as fc.Arbitrary<FlowRecord>;

/** Registers of every shape that the structure allows. */
export const arbitraryRegister = arbitraryOf(registerViewSchema, 'register') as fc.Arbitrary<RegisterView>;

/** Any of the days around which the law changes, and some others. */
export const arbitraryDay = fc.constantFrom(...DAYS);

function arbitraryOf(schema: z.core.$ZodType, name: string): fc.Arbitrary<unknown> {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'optional':
      return fc.option(arbitraryOf(def.innerType, name), { nil: undefined, freq: 9 });
    case 'nullable':
      return fc.option(arbitraryOf(def.innerType, name), { nil: null, freq: 9 });
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, arbitraryOf(field, key)])),
      );
    case 'array':
      return arrayOf(def.element, name);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.nat({ max: 40 });
    case 'string':
      return fc.constantFrom(...wordsFor(name));
    default:
      throw new Error(`No way to generate ${def.type} for ${name}.`);
  }
}

function arrayOf(element: z.core.$ZodType, name: string): fc.Arbitrary<unknown[]> {
  const each = arbitraryOf(element, name);
  if (name === 'assertions' || name === 'agreements') return fc.array(each, { maxLength: 3 });
  return fc.uniqueArray(each, { maxLength: 4, selector: identityOf });
}

/** Things are named once in a list, as a record that is filled in by form or file names them. */
function identityOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value) return value.id ?? value;
  return 'orgId' in value ? (value.orgId ?? value) : value;
}

function wordsFor(name: string): string[] {
  if (/org(?:Id|Ids)$/i.test(name)) return [...ORGANISATIONS, 'not known'];
  if (/(?:Date|From|To|On|At|Expiry|Review)$/.test(name)) return DAYS;
  if (/Paras$/.test(name)) return PARAGRAPHS;
  if (name === 'provisionId') return PROVISIONS;
  if (/(?:evidenceId|documents|Hash|Hashes)$/.test(name)) return LINKS;
  return /(?:^id|Id|Ids)$/.test(name) ? IDS : TEXTS;
}
