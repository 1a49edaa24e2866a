import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { FactFileFault, type FactFault } from './fact-file-fault.js';
import { issueInWords } from '../words/issue-in-words.js';
import { PartialDate } from '../days/partial-date.js';

/** A stable name in addresses and files: small letters, digits and single hyphens. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a name like leicestershire-police');

/** A date as closely as its source gives it, written in quotes; see `PartialDate`. */
export const partialDateSchema = z
  .string('is a date, written in quotes')
  .refine((text) => PartialDate.accepts(text), 'is not a date like 2018-09-14, 2018-09, 2018-autumn or 2018')
  .transform((text) => PartialDate.from(text));

/** Where something stands in a file: the names and numbers that lead to it. */
export type FactPath = readonly PropertyKey[];

const MOST_ALIASES = 100;

/** A file of facts in YAML, which knows the line of everything in it, so that each fault can be told with its place. */
export class YamlText {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;
  readonly content: unknown;

  /** @throws FactFileFault with every place at which it is no YAML, or no text. */
  constructor(
    readonly file: string,
    given: string | Uint8Array,
  ) {
    const text = typeof given === 'string' ? given : this.decoded(given);
    const { lines: lineCounter } = this;
    this.document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
    this.refuse(this.document.errors.map((error) => this.syntaxFault(error)));
    this.content = this.plain();
  }

  /**
   * What the file holds, when it has this shape; unknown names are faults, so that a misspelt fact is not lost.
   * @throws FactFileFault listing all faults at once.
   */
  as<Shape extends z.ZodType>(shape: Shape): z.output<Shape> {
    const reading = shape.safeParse(this.content);
    if (reading.success) return reading.data;
    throw new FactFileFault(this.faultsOf(reading.error));
  }

  /** Everything in which the file differs from a shape. */
  faultsOf(error: z.ZodError): FactFault[] {
    return error.issues.map((issue) => {
      const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const place = key === undefined ? issue.path : [...issue.path, key];
      const name = issue.path.join('.') || (key === undefined ? 'file' : '');
      return this.fault(place, `${name}${name === '' ? '' : ': '}${issueInWords(issue)}`);
    });
  }

  /** Something that is wrong at a place of the file; an empty path is the whole of it. */
  fault(path: FactPath, text: string): FactFault {
    return { file: this.file, line: this.placeOf(path)?.line ?? null, text };
  }

  /** The line and the column in which something stands, counted from 1; null for the whole file. */
  placeOf(path: FactPath): { readonly line: number; readonly column: number } | null {
    let node: unknown = this.document.contents;
    let offset: number | undefined;
    for (const name of path) {
      if (isAlias(node)) node = node.resolve(this.document);
      const [key, value] = entryOf(node, name);
      if (!isNode(key)) break;
      offset = key.range?.[0];
      node = value;
    }
    if (offset === undefined) return null;
    const { line, col } = this.lines.linePos(offset);
    return { line, column: col };
  }

  /** @throws FactFileFault when there is any fault. */
  refuse(faults: readonly FactFault[]): void {
    if (faults.length > 0) throw new FactFileFault(faults);
  }

  private whole(text: string): FactFault {
    return { file: this.file, line: null, text };
  }

  private plain(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: MOST_ALIASES });
    } catch {
      throw new FactFileFault([this.whole('repeats itself by * too often. Write it out.')]);
    }
  }

  private decoded(bytes: Uint8Array): string {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw new FactFileFault([this.whole('is not text in UTF-8. Save it as UTF-8.')]);
    }
  }

  private syntaxFault({ code, message, pos }: Document.Parsed['errors'][number]): FactFault {
    const { line, col: column } = this.lines.linePos(pos[0]);
    const said = code === 'MULTIPLE_DOCS' ? 'A second document begins with ---' : message.replace(/\.$/, '');
    const text = `is not YAML here: ${said}. Mend this line or the one before.`;
    return { file: this.file, line, column, text };
  }
}

/** The names that stand more than once in a list, each with the places at which it is repeated. */
export function namesUsedTwice(names: readonly string[]): { readonly name: string; readonly at: number }[] {
  const seen = new Set<string>();
  return names.flatMap((name, at) => {
    if (seen.has(name)) return [{ name, at }];
    seen.add(name);
    return [];
  });
}

/** A name in a group with what stands behind it, or an item of a list. */
function entryOf(node: unknown, name: PropertyKey): readonly [unknown, unknown] {
  if (isSeq(node)) {
    const item = node.items[Number(name)];
    return [item, item];
  }
  if (!isMap(node)) return [undefined, undefined];
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
  return [pair?.key, pair?.value];
}
