import fc from 'fast-check';
import { arbitraryFlow } from '../../../../../test/support/data-sharing/arbitrary-record.js';
import { changed } from '../../../../../test/support/data-sharing/changed.js';
import { A_DOCUMENT } from '../../../../../test/support/data-sharing/a-document.js';
import { modelFlow } from '../../../../../test/support/data-sharing/model-flow.js';
import type { FlowRecord } from '../../../record/flow-record.js';
import { NO_ANSWER } from '../../../record/answers/not-known.js';
import { swept } from './swept.js';

const necessity = (text: string) => swept(changed(modelFlow, { necessityText: text })).necessityText;

describe('A record as the rules read it', () => {
  it('is the record itself where every text answers', () => {
    expect(swept(modelFlow)).toEqual(modelFlow);
  });

  it.each([
    ['says nothing', 'See DPIA'],
    ['repeats the question', 'Why it is necessary?'],
    ['repeats the words of a choice', 'Overriding public interest – case by case'],
    [
      'pastes the statute',
      'Processing is necessary for the performance of a task carried out in the public interest or in the exercise of official authority vested in the controller.',
    ],
    ['pastes another answer', modelFlow.purposeText?.toUpperCase() ?? ''],
  ])('has no answer where a text %s', (_what, text) => {
    expect(necessity(text)).toBe(NO_ANSWER);
  });

  it.each([
    'not known',
    '',
    'A crew cannot ask a person who cannot speak, whatever the law of public interest says.',
  ])('keeps what is an answer or a blank: %j', (text) => {
    expect(necessity(text)).toBe(text);
  });

  it('keeps the first of two equal answers, one law cited twice, and one answer given for each controller', () => {
    const copied = swept(changed(modelFlow, { necessityText: modelFlow.purposeText }));
    expect(copied.purposeText).toBe(modelFlow.purposeText);
    const law = 'National Health Service Act 2006 section 43, provision of services';
    const cited = swept(
      changed(modelFlow, { 'assertions[*].functionCitation': law, 'confidentiality.routeCitation': law }),
    );
    expect(cited.confidentiality?.routeCitation).toBe(law);
    expect(cited.assertions?.map(({ art8Text }) => art8Text?.necessity)).toEqual(
      modelFlow.assertions?.map(({ art8Text }) => art8Text?.necessity),
    );
  });

  it('has no document where what is typed names none, and the same one however it is typed', () => {
    const linked = (text: string) =>
      swept(changed(modelFlow, { 'dpia.fileHash': text, 'controllership.agreements[0].evidenceId': text }));
    const inPlace = ({ dpia, controllership }: FlowRecord) => [
      dpia?.fileHash,
      controllership?.agreements?.[0]?.evidenceId,
    ];
    for (const text of ['x', 'DPIA v2.pdf', 'a'.repeat(63), 'g'.repeat(64), '019c3000-0000-7000-8000'])
      expect([text, ...inPlace(linked(text))]).toEqual([text, NO_ANSWER, NO_ANSWER]);
    expect(inPlace(linked(` ${'AB'.repeat(32)}\n`))).toEqual(['ab'.repeat(32), 'ab'.repeat(32)]);
    expect(inPlace(linked(A_DOCUMENT.toUpperCase()))).toEqual([NO_ANSWER, A_DOCUMENT]);
    expect(inPlace(linked('not known'))).toEqual(['not known', 'not known']);
  });

  it('leaves names, hashes and people’s own words alone', () => {
    const flow = changed(modelFlow, {
      title: 'TBC',
      'dpia.fileHash': 'a'.repeat(64),
      'parties[0].name': 'None',
    });
    expect(swept(flow)).toEqual(flow);
  });

  it('changes nothing in the record that it reads, and a swept record no further', () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const before = structuredClone(flow);
        const once = swept(flow);
        expect(flow).toEqual(before);
        expect(swept(once)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });
});
