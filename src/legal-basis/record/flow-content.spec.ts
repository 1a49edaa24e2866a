import { Unprocessable } from '../../kernel/refusal.js';
import { flowContentFrom, titleOf } from './flow-content.js';

function faultsOf(sent: unknown) {
  try {
    flowContentFrom(sent);
    return [];
  } catch (fault) {
    if (fault instanceof Unprocessable) return fault.issues;
    throw fault;
  }
}

describe('What a program sends as a flow', () => {
  it('is kept without the identifiers that Candour gives itself', () => {
    const sent = {
      id: 'f1',
      deploymentId: 'd1',
      submittedByUserId: 'u1',
      signoffs: [],
      title: 'Panel',
      assertions: [{ art6: '6_1_e' }],
    };
    expect(flowContentFrom(sent)).toEqual({ title: 'Panel', assertions: [{ art6: '6_1_e' }] });
    expect(flowContentFrom({ title: 'Panel', signoffs: null })).toEqual({ title: 'Panel' });
    expect(flowContentFrom({ signoffs: undefined })).toEqual({});
  });

  it('holds no sign-offs, which only the person signs', () => {
    for (const signoffs of [[{ role: 'DPO' }], 'all of them', {}])
      expect(faultsOf({ title: 'Panel', signoffs })).toEqual([
        { field: 'signoffs', text: expect.stringContaining('signed in Candour') },
      ]);
  });

  it('is refused by the path of every fault within the flow', () => {
    expect(faultsOf({ colour: 1, signoffs: [1], title: 'a\u0000b', assertions: [{ art6: 'x' }] })).toEqual([
      { field: 'signoffs', text: expect.any(String) },
      { field: '', text: expect.stringContaining('hidden character') },
      { field: 'assertions[0].art6', text: expect.stringMatching(/^Expected one of/) },
      { field: 'colour', text: 'This name is not part of the record.' },
    ]);
  });

  it.each([['text'], [7], [null], [undefined], [[]], [[{ title: 'Panel' }]]])('is no flow as %j', (sent) => {
    expect(faultsOf(sent)).toHaveLength(1);
  });

  it.each([
    ['a NUL', 'a\u0000b', 1],
    ['the first half of a pair', 'a\ud83d', 1],
    ['the second half', '\udc69b', 1],
    ['a whole pair', '\ud83d\udc69', 0],
    ['the words for one', 'a\\u0000', 0],
    ['a backslash before one', '\\\u0000', 1],
  ])('with %s in a text counts %s as that many faults', (_what, title, faults) => {
    expect(faultsOf({ title })).toHaveLength(faults);
  });

  it('may be 400,000 bytes long as JSON, and not one more', () => {
    const around = '{"title":""}'.length;
    expect(faultsOf({ title: 'x'.repeat(400_000 - around) })).toEqual([]);
    expect(faultsOf({ title: 'x'.repeat(400_001 - around) })).toEqual([
      { field: '', text: expect.stringContaining('too large') },
    ]);
    expect(faultsOf({ title: 'é'.repeat(200_001) })).toHaveLength(1);
  });
});

describe('The title of a flow', () => {
  it('is what it is called, cut where it is long, or the words for none', () => {
    expect(titleOf({ title: ' Panel ' })).toBe('Panel');
    expect(titleOf({ title: 'x'.repeat(201) })).toBe('x'.repeat(200));
    for (const title of [undefined, null, ' ']) expect(titleOf({ title })).toBe('Flow without a title');
  });
});
