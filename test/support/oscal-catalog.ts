/** A control of a catalog that was made up for a test. */
export function aControl(id: string, title: string, statement = 'Do it.'): object {
  return { id, title, parts: [{ id: `${id}_smt`, name: 'statement', prose: statement }] };
}

/** A small OSCAL catalog of two depths, made up for a test, with whatever is to be otherwise. */
export function aCatalog(otherwise: object = {}): { readonly catalog: object } {
  return {
    catalog: {
      uuid: '00000000-0000-4000-8000-000000000000',
      metadata: {
        title: 'Example catalog',
        'last-modified': '2026-05-01T00:00:00Z',
        version: '5.2',
        'oscal-version': '1.2.2',
        props: [{ name: 'element', value: '1: What must be eradicated.' }],
        parties: [{ uuid: '00000000-0000-4000-8000-000000000009', type: 'organization', name: 'Example' }],
      },
      groups: [
        {
          id: 'ac',
          title: 'Access',
          controls: [{ ...policy(), controls: [aControl('ac-1.1', 'Enhanced policy')] }],
          groups: [{ id: 'ac-in', title: 'Inner', controls: [aControl('ac-2', 'Accounts')] }],
        },
      ],
      'back-matter': {
        resources: [
          {
            uuid: '00000000-0000-4000-8000-000000000001',
            title: 'A letter',
            props: [{ name: 'key', value: 'LETTER' }],
          },
        ],
      },
      ...otherwise,
    },
  };
}

function policy(): object {
  const letter = '00000000-0000-4000-8000-000000000001';
  const items = [
    ['a.', 'Write the {{ insert: param, ac-1_prm_1 }}.'],
    ['b.', 'Keep it.'],
  ] as const;
  return {
    ...{ id: 'ac-1', title: 'Policy', params: [{ id: 'ac-1_prm_1', label: 'named policy' }] },
    props: [
      { name: 'stops-from', value: '2023-03-10' },
      { name: 'applies-from', value: '2015-01-01' },
      { name: 'element', value: '1' },
      { name: 'confidence', value: 'A', group: letter },
    ],
    links: [{ href: `#${letter}`, rel: 'reference', text: 'page 2' }],
    parts: [
      {
        name: 'statement',
        parts: items.map(([label, prose]) => ({
          name: 'item',
          props: [{ name: 'label', value: label }],
          prose,
        })),
      },
      { name: 'assessment-objective', prose: 'Look at the policy.' },
    ],
  };
}
