import { withValueAt } from '../../questions/content-at.js';
import { LISTS, type RecordList } from '../../questions/lists.js';
import { flowFields, itemFields } from '../../questions/record-fields.js';
import { checkFile } from '../../../legal-basis/record/check-file.js';
import type { FileFault } from '../../../web/sheet/file-fault.js';
import { NONE, readAnswer } from './answer-text.js';
import { HEADINGS } from './headings.js';

/** The cells of one row that are read back. */
export interface AnswerCells {
  readonly flow: string;
  readonly list: string;
  readonly item: string;
  readonly field: string;
  readonly answer: string;
}

/** The answers of one flow, gathered row by row; whatever is wrong is told with its row and column. */
export class FlowOnRows {
  /** By path: `dpia.exists`, or `assertions\n2\nart6` for the second legal basis. */
  private readonly answers = new Map<string, { readonly row: number; readonly value: unknown }>();
  private readonly rowOf = new Map<string, number>();

  constructor(readonly key: string) {}

  get isBlank(): boolean {
    return this.answers.size === 0;
  }

  /** Takes one row; what is wrong with it comes back. */
  take(row: number, cells: AnswerCells): FileFault | null {
    const list = cells.list === '' ? null : listIn(cells.list);
    if (list === undefined)
      return atRow(row, HEADINGS.list, `“${cells.list.slice(0, 60)}” is no list of the record.`, KEEP_AS_IS);
    if (list && cells.field === 'none') return this.takeNone(row, list, cells);
    const field = (list ? itemFields(list.path) : flowFields).get(cells.field);
    if (!field || (!list && NOT_FROM_FILES.includes(field.path)))
      return atRow(
        row,
        HEADINGS.field,
        `“${cells.field.slice(0, 60)}” is no field of the record.`,
        KEEP_AS_IS,
      );
    const read = readAnswer(field, cells.answer);
    if ('wrong' in read) return { row, where: HEADINGS.answer, ...read };
    if (read.value === undefined) return null;
    if (list && !isItem(cells.item))
      return atRow(
        row,
        HEADINGS.item,
        'It does not say which one of the list this is.',
        'Write 1 for the first.',
      );
    const place = list ? `${list.path}\n${cells.item}\n${field.path}` : field.path;
    return this.keep(row, place, read.value);
  }

  private takeNone(row: number, list: RecordList, { answer }: AnswerCells): FileFault | null {
    if (answer.trim() === '') return null;
    if (answer.trim().toLowerCase() !== NONE.toLowerCase())
      return atRow(row, HEADINGS.answer, 'Only None can be answered here.', 'Write None, or nothing.');
    return this.keep(row, `${list.path}\n`, []);
  }

  private keep(row: number, place: string, value: unknown): FileFault | null {
    const before = this.answers.get(place);
    if (before)
      return atRow(
        row,
        HEADINGS.answer,
        `Row ${String(before.row)} answers the same question.`,
        'Keep one of the two.',
      );
    this.answers.set(place, { row, value });
    return null;
  }

  /** The record that the rows make. */
  record(): unknown {
    let record: unknown = {};
    for (const [place, { row, value }] of this.answers) {
      const [path = '', item, field = ''] = place.split('\n');
      if (item) continue;
      record = withValueAt(record, field === '' ? path : place, value);
      this.rowOf.set(path, row);
    }
    for (const list of LISTS) record = this.withItems(record, list.path);
    return record ?? {};
  }

  /** What the structure of the record does not allow, or what two rows say against each other. */
  faults(): FileFault[] {
    const checked = checkFile({ flows: [this.record()] });
    const contradicted = LISTS.flatMap(({ path, plural }) => {
      const none = this.answers.get(`${path}\n`);
      return none && this.itemsOf(path).length > 0
        ? [
            atRow(
              none.row,
              HEADINGS.answer,
              `It says None, but ${plural} are answered.`,
              'Keep one of the two.',
            ),
          ]
        : [];
    });
    if (checked.usable) return contradicted;
    const refused = checked.problems.map(({ path, reason }) => {
      const place = path.slice('flows[0].'.length);
      const row = this.rowOf.get(place) ?? this.rowOf.get(place.replace(/\[\d+\]$/, '')) ?? null;
      return { row, where: HEADINGS.answer, wrong: 'The answer cannot be used.', instead: reason };
    });
    return [...contradicted, ...refused];
  }

  private withItems(record: unknown, path: string): unknown {
    const numbers = this.itemsOf(path);
    if (numbers.length === 0) return record;
    const items = numbers.map((number, index) => {
      const own = [...this.answers].filter(([place]) => place.startsWith(`${path}\n${number}\n`));
      return own.reduce<unknown>((item, [place, { row, value }]) => {
        const field = place.split('\n')[2] ?? '';
        this.rowOf.set(`${path}[${String(index)}].${field}`, row);
        return withValueAt(item, field, value);
      }, {});
    });
    return withValueAt(record, path, items);
  }

  /** The numbers of the items that are answered, in order; gaps close. */
  private itemsOf(path: string): string[] {
    const own = [...this.answers.keys()].filter(
      (place) => place.startsWith(`${path}\n`) && place !== `${path}\n`,
    );
    return [...new Set(own.map((place) => place.split('\n')[1] ?? ''))].sort((a, b) => Number(a) - Number(b));
  }
}

const MOST_ITEMS = 500;
const NOT_FROM_FILES: readonly string[] = ['id', 'deploymentId', 'submittedByUserId'];
const KEEP_AS_IS = 'Keep this cell as Candour wrote it.';

function listIn(text: string): RecordList | undefined {
  const said = text.toLowerCase();
  return LISTS.find(({ path, plural, key }) => [path.toLowerCase(), plural, key].includes(said));
}

function isItem(text: string): boolean {
  return /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_ITEMS;
}

/** A fault of one cell. */
export function atRow(row: number, where: string, wrong: string, instead: string): FileFault {
  return { row, where, wrong, instead };
}
