/** Who is asked, and how many schemes of each are in the register. */
export const CAST = [
  ['Example Well Trust', 1],
  ['Example Badly Trust', 1],
  ['Example Late Trust', 1],
  ['Example Silent Trust', 1],
  ['Example Nil Trust', 0],
  ['Example False Trust', 1],
  ['Example Merged Trust', 0],
  ['Example Unknown Trust', 0],
  ['Example Two Trust', 2],
  ['Example Partner Trust', 1],
  ['Example Dispute Trust', 0],
  ['Example Open Trust', 1],
] as const;

/** One of them, in short. */
export type Name = (typeof CAST)[number][0] extends `Example ${infer Short} Trust` ? Short : never;

const ASKED = '2026-11-23';
/** A day of the round. */
export const ACKNOWLEDGED = '2026-11-24';
/** A day of the round. */
export const ANSWERED = '2026-12-07';
/** A day of the round. */
export const SCORED = '2027-01-05';
/** A day of the round. */
export const MODERATED = '2027-01-06';
/** A day of the round. */
export const PUBLISHED = '2027-03-01';

/** The table as it must stand on 2 March 2027, worked out by hand from what each does below. */
export const EXPECTED: readonly string[] = [
  // organisation, scheme, standing, acknowledged, answering, submitted, nil, scored, moderated, replied, published, silent since, days late
  `Badly 1 PUBLISHED ${ACKNOWLEDGED} ${ANSWERED} ${ANSWERED} - ${SCORED} ${MODERATED} 2027-01-12 ${PUBLISHED} - 0`,
  `Dispute - LATE ${ACKNOWLEDGED} - - - - - - - - 81`,
  `False - LATE ${ACKNOWLEDGED} - - - - - - - - 81`,
  `Late 1 PUBLISHED ${ACKNOWLEDGED} 2026-12-14 2026-12-14 - ${SCORED} ${MODERATED} - ${PUBLISHED} - 3`,
  `Merged - REMOVED - - - - - - - - ${ASKED} 0`,
  `Nil - NIL ${ACKNOWLEDGED} - - 2026-12-09 - - - - - 0`,
  `Open 1 PUBLISHED ${ACKNOWLEDGED} ${ANSWERED} ${ANSWERED} - ${SCORED} ${MODERATED} - ${PUBLISHED} - 0`,
  `Partner 1 PUBLISHED ${ACKNOWLEDGED} ${ANSWERED} ${ANSWERED} - ${SCORED} ${MODERATED} - ${PUBLISHED} - 0`,
  `Silent 1 SILENT - - - - - - - ${PUBLISHED} ${ASKED} 81`,
  `Two 1 PUBLISHED ${ACKNOWLEDGED} ${ANSWERED} ${ANSWERED} - ${SCORED} ${MODERATED} - ${PUBLISHED} - 0`,
  `Two 2 LATE ${ACKNOWLEDGED} ${ANSWERED} - - - - - - - 81`,
  `Unknown - LATE ${ACKNOWLEDGED} - - - - - - - - 81`,
  `Well 1 PUBLISHED ${ACKNOWLEDGED} ${ANSWERED} ${ANSWERED} - ${SCORED} ${MODERATED} - ${PUBLISHED} - 0`,
];

/** What is said of the round in one sentence on that day. */
export const SENTENCE =
  '11 asked, 10 acknowledged, 1 has said nothing since 23 November 2026; 5 have submitted, 1 has signed a return that there is no such scheme. 1 more was removed after being asked.';

/** What the panel finds otherwise than “mostly consistent”, and what it comes to by the published method, by hand. */
export const FOUND = {
  Well: { codes: /./, score: '3', grade: 'A', rating: 'ASSURED' },
  Badly: { codes: /^SIM-POL-01$/, score: '0', grade: 'A', rating: 'CEASE' },
  Late: { codes: /^SIM-GOV/, score: '3', grade: 'A', rating: 'ASSURED' },
  Two: { codes: /^SIM-COP-02$/, score: '1', grade: 'B', rating: 'IMPROVEMENT_REQUIRED' },
  Partner: { codes: /^SIM-COP/, score: 'U', grade: null, rating: 'UNVERIFIED' },
  Open: { codes: /^SIM-DIS-01$/, score: '1', grade: 'B', rating: 'SERIOUS_CONCERN' },
} as const;

/** A line of the table that programs read, as it is written above. */
export function lineInShort(line: Readonly<Record<string, unknown>>): string {
  const { organisation, deployment, standing } = line;
  const days = [
    'acknowledged',
    'answering',
    'submitted',
    'nil',
    'scored',
    'moderated',
    'replied',
    'published',
  ];
  return inShort(
    [organisation, deployment, standing, ...days.map((step) => line[step]), line['silentSince']],
    line['daysLate'],
  );
}

/** A row of the CSV, written likewise. */
export function csvInShort(row: Readonly<Record<string, string>>): string {
  const days = [
    'acknowledged',
    'answering_since',
    'submitted',
    'nil_return',
    'scored',
    'moderated',
    'replied',
    'published',
  ];
  return inShort(
    [
      row['organisation'],
      row['scheme'],
      row['standing'],
      ...days.map((step) => row[step]),
      row['silent_since'],
    ],
    row['days_late'],
  );
}

function inShort([organisation, scheme, ...rest]: readonly unknown[], daysLate: unknown): string {
  const short = String(organisation).replace(/^Example | Trust$/g, '');
  const place = /^Scheme (\d)/.exec(String(scheme))?.[1];
  return [short, place, ...rest, daysLate]
    .map((cell) => ((cell ?? '') === '' ? '-' : String(cell)))
    .join(' ');
}
