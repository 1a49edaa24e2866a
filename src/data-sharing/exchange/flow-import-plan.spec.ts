import { heldFlow } from '../../../test/support/data-sharing/held-flow.js';
import { planImport } from './flow-import-plan.js';

const ASIDE = { title: 'Put aside' };

describe('What an import would do', () => {
  const submitted = heldFlow({ id: newUuid(1), submitted: true, content: { title: 'Submitted' } });
  const draft = heldFlow({
    id: newUuid(2),
    version: 2,
    versions: [newUuid(2), newUuid(3)],
    content: { title: 'Draft' },
  });

  const aside = heldFlow({ id: newUuid(4), isPutAside: true, content: ASIDE });

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
    [
      'imports nothing over a draft that is put aside',
      { key: newUuid(4), record: { title: 'Other' } },
      'refused',
    ],
    [
      'leaves alone a draft that is put aside and says the same',
      { key: newUuid(4), record: ASIDE },
      'nothing',
    ],
    ['begins no twin of a draft that is put aside', { key: 'new-1', record: ASIDE }, 'refused'],
    ['does not guess at a flow that is not here', { key: newUuid(9), record: { title: 'Other' } }, 'refused'],
    [
      'takes no flow of another scheme',
      { key: 'new-1', deploymentId: 'other', record: { title: 'Other' } },
      'refused',
    ],
    ['takes no sign-off', { key: 'new-1', record: { signoffs: [{ role: 'DPO' }] } }, 'refused'],
  ] as const)('%s', (_, flow, does) => {
    const { flows } = planImport('d', [{ deploymentId: null, ...flow }], [submitted, draft, aside]);
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

function newUuid(number: number): string {
  return `00000000-0000-7000-8000-00000000000${String(number)}`;
}
