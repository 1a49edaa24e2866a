import { heldFlow } from '../../../test/support/data-sharing/held-flow.js';
import { modelFlow } from '../../../test/support/data-sharing/model-flow.js';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { arbitraryFlow } from '../../../test/support/data-sharing/arbitrary-record.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { checkFile } from '../../legal-basis/record/check-file.js';
import { answersSaid } from './answer-rows.js';
import { exportedJson, exportedSheet } from './exported.js';
import { readFlowFile } from './reading/read-flow-file.js';

const { id: _id, deploymentId: _of, submittedByUserId: _by, signoffs: _signed, ...model } = modelFlow;

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
        const bytes = await bytesOf(exportedJson('x.json', 'd', [heldFlow({ content })]));
        const reading = await readFlowFile(bytes);
        expect(recordsIn(reading)).toEqual([{ ...content, id: 'one', deploymentId: 'd' }]);
        expect(checkFile(JSON.parse(bytes.toString()))).toMatchObject({ usable: true });
      }),
      { numRuns: 30, endOnFailure: true },
    ));

  it('from the spreadsheet, in everything that it says', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFlow, async (content) => {
        const bytes = await bytesOf(exportedSheet('x.csv', [heldFlow({ content })]));
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
    const bytes = await bytesOf(exportedSheet('x.csv', [heldFlow({ content: { title: 'T', purposeText } })]));
    expect(bytes.toString()).not.toMatch(/(?:^|,|")[=+\-@\uFF1D](?!")/m);
    const reading = await readFlowFile(bytes);
    expect(recordsIn(reading)).toEqual([{ title: 'T', purposeText }]);
  });

  it('and the spreadsheet of a whole flow gives the very same record', async () => {
    const reading = await readFlowFile(await bytesOf(exportedSheet('x.csv', [heldFlow({ content: model })])));
    expect(recordsIn(reading)).toEqual([model]);
  });

  it.each(['=1+1', ' two\n\nlines ', 'a: b', '[1]', 'None', "'-2", '\u2028 and \r', ''])(
    'and law that was picked, with its reasons, exactly: %j',
    async (why) => {
      const law = [
        { provisionId: 'care-s42', why },
        { provisionId: 'cda-s115' },
        { provisionId: 'ta-s38b', why },
      ];
      const content: FlowContent = {
        confidentiality: { routeLaw: law },
        reuse: { s36AuthorisationLaw: law },
        transparency: { exemption: { law } },
        assertions: [
          {
            ...{ functionLaw: law, dpa1998Law: law, s11DutyLaw: law, offences: law },
            art8Text: { legalBasisLaw: law },
          },
        ],
      };
      const held = [heldFlow({ content })];
      const fromSheet = recordsIn(await readFlowFile(await bytesOf(exportedSheet('x.csv', held))));
      const fromJson = recordsIn(await readFlowFile(await bytesOf(exportedJson('x.json', 'd', held))));
      const said = why === '' ? JSON.parse(JSON.stringify(content).replaceAll(',"why":""', '')) : content;
      expect(fromSheet).toEqual([said]);
      expect(fromJson).toEqual([expect.objectContaining(content)]);
    },
  );

  it('and law that is not on the list is refused where it stands, with what to write instead', async () => {
    const sheet = await bytesOf(
      exportedSheet('x.csv', [
        heldFlow({ content: { title: 'T', confidentiality: { routeLaw: [{ provisionId: 'cda-s115' }] } } }),
      ]),
    );
    const wrong = Buffer.from(sheet.toString().replace('cda-s115', 'care-s99: old'));
    expect(await readFlowFile(wrong)).toEqual({
      faults: [
        expect.objectContaining({
          wrong: '“care-s99: old” does not begin with a provision of the list.',
          instead: expect.stringContaining('such as care-s42'),
        }),
      ],
    });
    const json = { flows: [{ confidentiality: { routeLaw: [{ provisionId: 'care-s99' }] } }] };
    expect(await readFlowFile(Buffer.from(JSON.stringify(json)))).toEqual({
      faults: [
        {
          row: null,
          where: 'flows[0].confidentiality.routeLaw[0].provisionId',
          wrong: '“care-s99” is not on the list of provisions.',
          instead: 'Write the id that the list gives the provision, such as care-s42.',
        },
      ],
    });
  });
});

async function bytesOf({ content }: { readonly content: string | Buffer | Readable }): Promise<Buffer> {
  return content instanceof Readable ? buffer(content) : Buffer.from(content);
}

function recordsIn(reading: Awaited<ReturnType<typeof readFlowFile>>): readonly unknown[] {
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.flows.map(({ record }) => record);
}
