import fc from 'fast-check';
import { readFlowFile } from './read-flow-file.js';

const HEADING = 'flow,list,item,field,answer';

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

  it('and two flows of one name in JSON are one too many: neither is guessed to be meant', async () => {
    const file = Buffer.from('[{"id": "new-1", "title": "A"}, {"id": "new-1", "title": "B"}]');
    expect(await readFlowFile(file)).toEqual({
      faults: [
        {
          ...{ row: null, where: '[1].id' },
          ...{ wrong: 'Flow 1 of the file has this id too.', instead: 'Give each flow an id of its own.' },
        },
      ],
    });
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

function recordsIn(reading: Awaited<ReturnType<typeof readFlowFile>>): readonly unknown[] {
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.flows.map(({ record }) => record);
}
