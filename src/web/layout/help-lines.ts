import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { projectRoot } from '../../kernel/project-root.js';
import { namesUsedTwice, slugSchema, YamlText } from '../../kernel/fact-files/yaml-file.js';

const FILE = 'register/help-lines.yaml';

const basis = z.enum(['seen', 'seen_secondary', 'knowledge', 'not_found']);
const words = z.string().min(1);
const day = z.iso.date();

const lineSchema = z.strictObject({
  id: slugSchema,
  kind: z.enum(['emergency', 'urgent-nhs', 'listening', 'specialist']),
  name: words,
  action: words.optional(),
  href: z
    .string()
    .regex(/^(tel:[\d]+|sms:\d+|https:\/\/\S+)$/, 'is not tel:, sms: or https:')
    .optional(),
  number: words.nullable(),
  numberBasis: basis,
  hours: words.nullable(),
  hoursBasis: basis,
  whoAnswers: words.optional(),
  whoMayCome: words.optional(),
  inShort: words.optional(),
  policyBasis: basis,
  notes: z.array(words).prefault([]),
  sources: z.array(z.string()).min(1),
});

const fileSchema = z.strictObject({
  edition: day,
  compiled: words,
  owner: words,
  checked: day.nullable(),
  lines: z.array(lineSchema).min(1),
  sources: z.record(z.string(), z.strictObject({ address: z.url(), dated: words.nullable() })),
});

type WrittenLine = z.output<typeof lineSchema>;

/** A line that a page may show: everything it says of it was seen in the sources that are named. */
export interface HelpLine {
  readonly id: string;
  readonly name: string;
  /** What a person does, such as "Call 116 123", and the address that does it. */
  readonly action: string;
  readonly href: string;
  /** When it is open; null for the emergency services alone. */
  readonly hours: string | null;
  readonly whoAnswers: string;
  /** Who may be told or sent, an ambulance and the police among them. */
  readonly whoMayCome: string;
  /** The same in one line, for the foot of every page. */
  readonly inShort: string;
  readonly notes: readonly string[];
  readonly sources: readonly { readonly address: string; readonly dated: string | null }[];
}

/** The lines that pages show, in the order of the page, and the day on which their owner last rang them. */
export interface HelpLines {
  readonly edition: CalendarDay;
  readonly checked: CalendarDay | null;
  readonly lines: readonly HelpLine[];
}

/**
 * The lines that a person can turn to now. One of which the number, the hours or what it says about calling the police or
 * an ambulance was not seen is left out, so that no page has to doubt a number that it shows.
 * @throws FactFileFault listing everything that is wrong with the file.
 */
export function readHelpLines(text = readFileSync(`${projectRoot}/${FILE}`, 'utf8')): HelpLines {
  const yaml = new YamlText(FILE, text);
  const file = yaml.as(fileSchema);
  const faults = [
    ...namesUsedTwice(file.lines.map(({ id }) => id)).map(({ name, at }) =>
      yaml.fault(['lines', at], `${name} stands more than once`),
    ),
    ...file.lines.flatMap(({ id, sources }, at) =>
      sources
        .filter((name) => !file.sources[name])
        .map((name) => yaml.fault(['lines', at], `${id} names the source ${name}, which is not there`)),
    ),
  ];
  const lines = file.lines.filter(wasSeen).map((line) => asShown(line, file.sources));
  const wordless = lines.filter((line) => typeof line === 'string');
  yaml.refuse([...faults, ...wordless.map((text) => yaml.fault([], text))]);
  return {
    edition: file.edition,
    checked: file.checked,
    lines: lines.filter((line) => typeof line !== 'string'),
  };
}

/** The line as pages show it, or what it lacks for that. */
function asShown(line: WrittenLine, sources: z.output<typeof fileSchema>['sources']): HelpLine | string {
  const { id, name, action, href, whoAnswers, whoMayCome, inShort, notes } = line;
  if (!action || !href || !whoAnswers || !whoMayCome || !inShort)
    return `${id} was seen, and lacks words that a page needs`;
  return {
    ...{ id, name, action, href, whoAnswers, whoMayCome, inShort, notes },
    hours: isSeen(line.hoursBasis) ? line.hours : null,
    sources: line.sources.flatMap((named) => sources[named] ?? []),
  };
}

function wasSeen({ kind, numberBasis, hoursBasis, policyBasis }: WrittenLine): boolean {
  return isSeen(numberBasis) && isSeen(policyBasis) && (kind === 'emergency' || isSeen(hoursBasis));
}

function isSeen(named: z.output<typeof basis>): boolean {
  return named === 'seen' || named === 'seen_secondary';
}
