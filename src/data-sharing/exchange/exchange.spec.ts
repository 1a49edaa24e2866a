import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { arbitraryFlow } from '../../../test/support/data-sharing/arbitrary-record.js';
import { modelFlow } from '../../../test/support/data-sharing/model-flow.js';
import { checkFile } from '../record/check-file.js';
import { answersSaid } from './answer-rows.js';
import { exportedJson, exportedSheet } from './exported.js';
import { planImport, type HeldFlow } from './flow-import-plan.js';
import { readFlowFile } from './read-flow-file.js';

const { id: _id, deploymentId: _of, submittedByUserId: _by, signoffs: _signed, ...model } = modelFlow;
const HEADING = 'flow,list,item,field,answer';

describe('What is exported comes back as it was', () => {
  it('from JSON, answer by answer, and `candour rules check` can read it', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFlow, async (flow) => {
        const {
          signoffs: _s,
          id: _i,
          deploymentId: _d,
          ...content
        } = JSON.parse(JSON.stringify(flow)) as typeof flow;
        const bytes = await bytesOf(exportedJson('x.json', 'd', [held({ content })]));
        const reading = await readFlowFile(bytes);
        expect(recordsIn(reading)).toEqual([{ ...content, id: 'one', deploymentId: 'd' }]);
        expect(checkFile(JSON.parse(bytes.toString()))).toMatchObject({ usable: true });
      }),
      { numRuns: 30, endOnFailure: true },
    ));

  it('from the spreadsheet, in everything that it says', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFlow, async (content) => {
        const bytes = await bytesOf(exportedSheet('x.csv', [held({ content })]));
        const reading = await readFlowFile(bytes);
        const isBlank = answersSaid(content) === '[]';
        if ('faults' in reading) expect({ isBlank, ...reading }).toMatchObject({ isBlank: true });
        else expect(reading.flows.map(({ record }) => answersSaid(record))).toEqual([answersSaid(content)]);
      }),
      { numRuns: 30, endOnFailure: true },
    ));

  it.each([
    '=1+1',
    "'=1+1",
    "''-2",
    '+44',
    '-',
    '@me',
    '\uFF1D1',
    '"quoted", and; more',
    'two\nlines',
    '  spaces  ',
    '😀 \u202E',
  ])('and a text of any kind never runs as a formula: %j', async (purposeText) => {
    const bytes = await bytesOf(exportedSheet('x.csv', [held({ content: { title: 'T', purposeText } })]));
    expect(bytes.toString()).not.toMatch(/(?:^|,|")[=+\-@\uFF1D](?!")/m);
    const reading = await readFlowFile(bytes);
    const refused = /^[=\uFF1D]/.test(purposeText);
    if (refused)
      expect(reading).toMatchObject({
        faults: [{ where: 'answer', wrong: expect.stringContaining('begins with =') }],
      });
    else expect(recordsIn(reading)).toEqual([{ title: 'T', purposeText }]);
  });

  it('and the spreadsheet of a whole flow gives the very same record', async () => {
    const reading = await readFlowFile(await bytesOf(exportedSheet('x.csv', [held({ content: model })])));
    expect(recordsIn(reading)).toEqual([model]);
  });
});

describe('A spreadsheet filled in by people is read as they mean it', () => {
  it('whatever saved it: line ends, byte-order mark, semicolons, tabs, British days, words or codes', async () => {
    const rows = [
      'flow;list;item;field;answer',
      'new-1;;;startDate;01/03/2026',
      ';;;status;ACTIVE',
      ';;;frequency;i do not know',
      ';parties;2;name;Second',
      ';parties;1;name;First',
      ';legal bases;7;offenceData;TRUE',
      ';;;purposeCodes;"Direct care\nOTHER"',
      ';;;stage;',
      ';agreements;;none;None',
      ';policy documents;1;type;',
    ];
    const wanted = {
      startDate: '2026-03-01',
      status: 'ACTIVE',
      frequency: 'NOT_KNOWN',
      purposeCodes: ['DIRECT_CARE', 'OTHER'],
      parties: [{ name: 'First' }, { name: 'Second' }],
      assertions: [{ offenceData: true }],
      controllership: { agreements: [] },
    };
    for (const text of [
      rows.join('\n'),
      `\uFEFF${rows.join('\r\n')}\r\n\r\n`,
      rows.join('\n').replaceAll(';', '\t'),
    ])
      expect(recordsIn(await readFlowFile(Buffer.from(text)))).toEqual([wanted]);
  });

  it('and every fault is told with its row, its column and what to write instead', async () => {
    const text = [
      HEADING,
      'new-1,,,startDate,first of March',
      ',,,status,Running',
      ',,,nonsense,x',
      ',nowhere,1,art6,x',
      ',parties,,name,x',
      ',parties,1,name,A',
      ',parties,1,name,B',
      ',parties,,none,None',
      ',,,title,=1+1',
      ',,,purposeText,#NAME?',
      ',legal bases,1,sch1Paras,Two',
      ',,,endDate,2026-02-30',
      `,,,necessityText,${'x'.repeat(100_000)}`,
      ',,,lessIntrusiveAlternativesText,hidden\u0007',
    ].join('\n');
    const reading = await readFlowFile(Buffer.from(text));
    const faults = 'faults' in reading ? reading.faults : [];
    expect(faults.map(({ row, where }) => [row, where])).toEqual([
      [2, 'answer'],
      [3, 'answer'],
      [4, 'field'],
      [5, 'list'],
      [6, 'item'],
      [8, 'answer'],
      [9, 'answer'],
      [10, 'answer'],
      [11, 'answer'],
      [12, 'answer'],
      [13, 'answer'],
      [14, 'answer'],
      [15, 'answer'],
    ]);
    for (const { wrong, instead } of faults)
      expect([wrong, instead]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
  });

  it('and a file that is none is refused with one sentence that says what to do', async () => {
    const files: readonly (readonly [string, Buffer])[] = [
      ['nothing', Buffer.alloc(0)],
      ['a workbook', Buffer.from('PK\u0003\u0004 and so on')],
      ['UTF-16', Buffer.from('\uFEFFflow', 'utf16le')],
      ['Windows letters', Buffer.from([...Buffer.from(`${HEADING}\nnew-1,,,title,caf`), 0xe9])],
      ['NUL', Buffer.from(`${HEADING}\nnew-1,,,title,a\0b`)],
      ['half a surrogate pair', Buffer.from([0xed, 0xa0, 0x80])],
      ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff])],
      ['another table', Buffer.from('name,age\nA,1')],
      ['only the heading', Buffer.from(HEADING)],
      ['no flow named', Buffer.from(`${HEADING}\n,,,title,x`)],
      ['an open quotation mark', Buffer.from(`${HEADING}\nnew-1,,,title,"x`)],
      ['JSON cut short', Buffer.from('{"flows": [{"title": "x"')],
      ['JSON without flows', Buffer.from('{"flows": []}')],
      ['too many rows', Buffer.from(`${HEADING}\n${'new-1,,,stage,\n'.repeat(20_001)}`)],
      ['too many bytes', Buffer.alloc(6 * 1024 * 1024, 'x')],
    ];
    for (const [name, bytes] of files) {
      const reading = await readFlowFile(bytes);
      expect({ name, ...reading }).toMatchObject({
        name,
        faults: [{ wrong: expect.stringMatching(/\.$/), instead: expect.stringMatching(/\.$/) }],
      });
    }
  });

  it('never throws, whatever the bytes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array(),
          fc.string().map((text) => Buffer.from(`${HEADING}\n${text}`)),
        ),
        async (bytes) => {
          expect(await readFlowFile(bytes)).toBeDefined();
        },
      ),
    ));

  it('and other work goes on while a long one is read', async () => {
    const bytes = Buffer.from(`${HEADING}\n${'new-1,,,stage,\n'.repeat(19_999)}`);
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 1);
    await readFlowFile(bytes);
    clearInterval(turn);
    expect(turns).toBeGreaterThan(5);
  });
});

describe('What an import would do', () => {
  const submitted = held({ id: newUuid(1), submitted: true, content: { title: 'Submitted' } });
  const draft = held({
    id: newUuid(2),
    version: 2,
    versions: [newUuid(2), newUuid(3)],
    content: { title: 'Draft' },
  });

  it.each([
    ['begins a new draft', { key: 'new-1', record: { title: 'Other' } }, 'new'],
    ['changes a draft', { key: newUuid(2), record: { title: 'Other' } }, 'change'],
    [
      'changes the draft that follows the version of the file',
      { key: newUuid(3), record: { title: 'Other' } },
      'change',
    ],
    ['leaves alone what says the same', { key: newUuid(1), record: { title: 'Submitted' } }, 'nothing'],
    [
      'leaves alone what was imported before under another name',
      { key: 'new-1', record: { title: 'Draft', endDate: null } },
      'nothing',
    ],
    ['never edits a submitted flow', { key: newUuid(1), record: { title: 'Other' } }, 'refused'],
    ['does not guess at a flow that is not here', { key: newUuid(9), record: { title: 'Other' } }, 'refused'],
    [
      'takes no flow of another scheme',
      { key: 'new-1', deploymentId: 'other', record: { title: 'Other' } },
      'refused',
    ],
    ['takes no sign-off', { key: 'new-1', record: { signoffs: [{ role: 'DPO' }] } }, 'refused'],
  ] as const)('%s', (_, flow, does) => {
    const { flows } = planImport('d', [{ deploymentId: null, ...flow }], [submitted, draft]);
    expect(flows).toMatchObject([{ does }]);
  });

  it('the same flow twice in one file is refused, and the mark tells one plan from another', () => {
    const told = [
      { key: newUuid(2), deploymentId: null, record: { title: 'A' } },
      { key: newUuid(3), deploymentId: null, record: { title: 'B' } },
    ];
    expect(planImport('d', told, [draft]).flows).toMatchObject([{ does: 'change' }, { does: 'refused' }]);
    const first = told.slice(0, 1);
    const mark = planImport('d', first, [draft]).mark;
    expect(planImport('d', first, [draft]).mark).toBe(mark);
    expect(planImport('d', first, [{ ...draft, revision: 9 }]).mark).not.toBe(mark);
  });
});

function held(different: Partial<HeldFlow>): HeldFlow {
  const id = different.id ?? 'one';
  return {
    id,
    revision: 1,
    version: 1,
    submitted: false,
    title: 'T',
    content: {},
    versions: [id],
    ...different,
  };
}

function newUuid(number: number): string {
  return `00000000-0000-7000-8000-00000000000${String(number)}`;
}

async function bytesOf({ content }: { readonly content: string | Buffer | Readable }): Promise<Buffer> {
  return content instanceof Readable ? buffer(content) : Buffer.from(content);
}

function recordsIn(reading: Awaited<ReturnType<typeof readFlowFile>>): readonly unknown[] {
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.flows.map(({ record }) => record);
}
