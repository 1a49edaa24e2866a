import { z } from 'zod';
import { NOT_KNOWN } from '../../legal-basis/record/answers/not-known.js';
import type { Choice, Field, Wording } from '../../web/form/field.js';
import { readText } from '../../web/form/sent/read-sent.js';
import { checkboxes, radios, dropDown } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { number } from '../../web/form/kinds/number.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { isRealDay } from '../../web/form/sent/typed-date.js';
import type { RecordField } from './record-fields.js';

/** "I do not know", which is an answer of its own wherever a code is asked for. */
const I_DO_NOT_KNOW: Choice = { value: NOT_KNOWN, label: 'I do not know' };

/** The kind of a field that a form shows and does not ask: law is picked on a page of its own. */
export const PICKED_ELSEWHERE = 'drawn-by-page';

const MOST_IN_SIGHT = 9;
const MOST_CHARACTERS = 8000;

/**
 * The box, ticks or list by which a page asks for one field of the record. Every answer may be left out, which the page
 * says once and not beside each of 150 questions.
 */
export function fieldFor(field: RecordField, choices: readonly Choice[] | null): Field {
  const asked = askedFor(field, choices);
  if (field.path === 'registerKey' && choices !== null) return { ...asked, wording: OF_THE_REGISTER };
  const hint = field.sort === 'texts' && asked.kind === 'checkboxes' ? undefined : HINTS[field.sort];
  return { ...asked, wording: { label: field.meaning, ...(hint !== undefined && { hint }) } };
}

const OF_THE_REGISTER: Wording = {
  label: 'Which organisation of the register it is',
  hint: 'The trust and the agencies of this scheme that were picked from the register are offered. A partner reads what is recorded in its name once you submit, and only where it is picked here.',
};

const HINTS: Partial<Record<RecordField['sort'], string>> = {
  day: 'For example, 14 9 2018',
  days: 'One day a line, like 2026-03-01',
  texts: 'One a line',
};

function askedFor(field: RecordField, choices: readonly Choice[] | null): Field {
  const wording: Wording & { optional: true } = { label: field.meaning, optional: true };
  switch (field.sort) {
    case 'yes-no':
      return truth(wording);
    case 'day':
      return date({ ...wording, latest: '2199-12-31' });
    case 'count':
      return choices === null ? number(wording) : numbered(wording, choices);
    case 'code':
      return oneOf(wording, [...(choices ?? []), I_DO_NOT_KNOW]);
    case 'codes':
      return checkboxes({ ...wording, choices: [...(choices ?? []), alone(I_DO_NOT_KNOW)] });
    case 'days':
      return lines(wording, isRealDay);
    case 'texts':
      if (choices === null) return lines(wording, () => true);
      return checkboxes({
        ...wording,
        choices: field.labels === null ? choices : [...choices, alone(I_DO_NOT_KNOW)],
      });
    case 'laws':
      return laws(wording);
    case 'text':
      if (choices !== null) return dropDown({ ...wording, choices });
      return isLong(field) ? longText({ ...wording, max: MOST_CHARACTERS, rows: 4 }) : text(wording);
  }
}

function oneOf(wording: Wording & { optional: true }, choices: readonly Choice[]): Field {
  return choices.length > MOST_IN_SIGHT ? dropDown({ ...wording, choices }) : radios({ ...wording, choices });
}

function alone(choice: Choice): Choice {
  return { ...choice, alone: true };
}

/** Yes, no, or "I do not know", which the record keeps as null. */
function truth(wording: Wording): Field {
  const meanings = new Map<unknown, boolean | null>([
    ['yes', true],
    ['no', false],
    ['not-known', null],
  ]);
  return {
    kind: 'radios',
    wording,
    look: {
      inline: true,
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'not-known', label: I_DO_NOT_KNOW.label },
      ],
    },
    schema: z.boolean().nullable().optional(),
    read: (sent) => {
      const reading = readText(sent);
      if (reading.fault !== undefined || reading.value === undefined) return reading;
      const value = meanings.get(reading.value);
      if (value === undefined)
        return { answer: reading.answer, fault: 'Select one of the answers that are offered.' };
      return { answer: reading.answer, value };
    },
    retype: (value) => [...meanings].find(([, meant]) => meant === value)?.[0]?.toString() ?? '',
  };
}

/** One of a list of things that the record holds by their numbers. */
function numbered(wording: Wording & { optional: true }, choices: readonly Choice[]): Field {
  const chosen = dropDown({ ...wording, choices });
  return {
    ...chosen,
    schema: chosen.schema.transform((value) => (value === undefined ? undefined : Number(value))),
    retype: (value) => (typeof value === 'number' ? String(value) : ''),
  };
}

/** A list of short texts, typed one a line. */
function lines(wording: Wording & { optional: true }, accepts: (line: string) => boolean): Field {
  const typed = longText({
    ...wording,
    rows: 3,
    max: MOST_CHARACTERS,
    check: (all) => {
      const wrong = linesOf(all).find((line) => !accepts(line));
      return wrong === undefined ? undefined : `“${wrong.slice(0, 40)}” is not written as asked.`;
    },
  });
  return {
    ...typed,
    schema: typed.schema.transform((all) => (all === undefined ? undefined : linesOf(all))),
    retype: (value) => (Array.isArray(value) ? value.map(String).join('\n') : ''),
  };
}

/** Provisions of law, which are picked on a page of their own: a form leaves them as they are. */
function laws(wording: Wording & { optional: true }): Field {
  return {
    kind: PICKED_ELSEWHERE,
    wording,
    look: {},
    schema: z.undefined().optional(),
    read: () => ({ answer: '' }),
    retype: () => '',
  };
}

function linesOf(all: string): string[] {
  return all
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const LONG =
  /Text$|Text\.|caldicott\.|citation|Citation|Evidence|Reason|explanation|Process|Handling|Route|Exemption|dpa1998|scope|compellingGrounds|period$|DutySource|\.reason$|otherParagraph/;

function isLong({ path }: RecordField): boolean {
  return LONG.test(path) && !path.endsWith('.period');
}
