import { COMPLAINTS_FIGURES } from '../../complaints/figures/complaints-figures.js';
import { INCIDENT_COUNTS } from '../../incidents/counted/incident-counts.js';
import type { ExampleEntries } from './example-entries.js';

/** Invented counts: some harm that no process looked at, no deaths, and complaints of one year. */
export const EXAMPLE_INCIDENTS: readonly ExampleEntries[] = [
  {
    kind: INCIDENT_COUNTS,
    said: [
      {
        sort: 'DEATH',
        happened: 0,
        periodFrom: '2018-09',
        periodTo: '2020-03',
        process: 'NONE',
        followed: 'Nobody is known to have died, so no process was begun.',
      },
      {
        sort: 'SERIOUS_SELF_HARM',
        happened: 3,
        periodFrom: '2018-09',
        periodTo: '2020-03',
        process: 'NOT_KNOWN',
      },
    ],
  },
  {
    kind: COMPLAINTS_FIGURES,
    said: [
      {
        periodFrom: '2019-04',
        periodTo: '2020-03',
        received: 12,
        aboutPolice: 9,
        upheld: 2,
        partlyUpheld: 3,
        notUpheld: 7,
        toOmbudsman: 0,
      },
    ],
  },
];
