import { limbs, para10 } from '../../../../../test/support/data-sharing/article-9-facts.js';
import type { Changes } from '../../../../../test/support/data-sharing/changed.js';
import { fixtureTable } from '../../../../../test/support/data-sharing/fixture-table.js';
import { rA914 } from './r-a9-14.js';
import { rA923 } from './r-a9-23.js';

const nation = (code: string | undefined): Changes => ({ 'parties[*].nation': code });
const picked = (...ids: string[]): Changes => ({
  ...para10,
  ...nation('ENGLAND'),
  'assertions[*].offences': ids.map((provisionId) => ({ provisionId })),
});
const days = (first: string | undefined, last: string): Changes => ({
  startDate: first,
  endDate: last,
  'assertions[*].validFrom': undefined,
});
const said = (unlawfulActText: string, consentWouldPrejudice?: boolean): Changes => ({
  ...para10,
  'assertions[*].unlawfulActText': unlawfulActText,
  ...limbs({ consentWouldPrejudice }),
});

fixtureTable(
  'Rules on unlawful acts and offences',
  [rA914, rA923],
  [
    ['R-A9-14', 'PASS', 'an offence is picked', picked('cja1988-s39')],
    ['R-A9-14', 'PASS', 'one of two picks is an offence', picked('suicide-1961-s1', 'cja1988-s39')],
    ['R-A9-14', 'FAIL', 'what is picked says that suicide is no crime', picked('suicide-1961-s1')],
    ['R-A9-14', 'FAIL', 'what is picked is a power', picked('cda-s115')],
    [
      'R-A9-14',
      'FAIL',
      'the offence is none in that nation',
      { ...picked('cja1988-s39'), ...nation('SCOTLAND') },
    ],
    [
      'R-A9-14',
      'STATED',
      'nobody says in which nation, and it is an offence in England and Wales',
      { ...picked('cja1988-s39'), ...nation(undefined) },
    ],
    [
      'R-A9-14',
      'UNKNOWN',
      'nobody says in which nation, and it is an offence in Scotland alone',
      { ...picked('foisa-s65'), ...nation(undefined) },
    ],
    [
      'R-A9-14',
      'PASS',
      'the offence applies in all nations, whichever it is',
      { ...picked('ca2003-s127-1'), ...nation(undefined) },
    ],
    ...(
      [
        ['WELSH_HEALTH_BOARD', 'PASS'],
        ['SCOTTISH_HEALTH_BOARD', 'FAIL'],
        ['NI_HSC_TRUST', 'FAIL'],
      ] as const
    ).map(
      ([kind, outcome]) =>
        [
          'R-A9-14',
          outcome,
          `the nation is that of a ${kind}`,
          { ...picked('cja1988-s39'), ...nation(undefined), 'parties[*].orgType': kind },
        ] as const,
    ),
    [
      'R-A9-14',
      'PASS',
      'the offence ended on the first day of the flow',
      { ...picked('public-nuisance-cl'), ...days('2022-06-27', '2023-01-01') },
    ],
    [
      'R-A9-14',
      'FAIL',
      'the offence ended the day before the flow began',
      { ...picked('public-nuisance-cl'), ...days('2022-06-28', '2023-01-01') },
    ],
    [
      'R-A9-14',
      'UNKNOWN',
      'nobody knows whether the flow began before the offence ended',
      { ...picked('public-nuisance-cl'), ...days(undefined, '2023-01-01') },
    ],
    [
      'R-A9-14',
      'PASS',
      'a last day before the first is no end',
      { ...picked('pcsca-s78'), ...days('2021-06-01', '2021-01-01') },
    ],
    [
      'R-A9-14',
      'FAIL',
      'it ended in time, though nobody knows when it began',
      { ...picked('pcsca-s78'), ...days(undefined, '2022-06-27') },
    ],
    ['R-A9-14', 'FAIL', 'the offence ended before the flow began', picked('public-nuisance-cl')],
    ['R-A9-14', 'UNKNOWN', 'the first day of the offence is not established', picked('rail-trespass')],
    [
      'R-A9-14',
      'FAIL',
      'the flow ended before there was the offence',
      { ...picked('pcsca-s78'), ...days('2021-01-01', '2022-06-27') },
    ],
    [
      'R-A9-14',
      'PASS',
      'the offence came while it ran',
      { ...picked('pcsca-s78'), ...days('2021-01-01', '2022-06-28') },
    ],
    [
      'R-A9-14',
      'STATED',
      'an assault is named',
      { ...para10, 'assertions[*].unlawfulActText': 'Assault, Criminal Justice Act 1988 s39' },
    ],
    ['R-A9-14', 'FAIL', 'no act is named', para10],
    [
      'R-A9-14',
      'FAIL',
      'the act is a suicide attempt',
      { ...para10, 'assertions[*].unlawfulActText': 'Repeated suicide attempts on a bridge' },
    ],
    [
      'R-A9-14',
      'FAIL',
      'the act is calling for help',
      { ...para10, 'assertions[*].unlawfulActText': 'Wasting police time by calling 999' },
    ],
    ...[
      'Attempting to end her life',
      'Repeatedly contacting emergency services',
      'Misuse of the 999 service',
      'Asking for help from the crisis team',
      'Frequent calls to the police after a panic attack',
    ].map(
      (unlawfulActText) =>
        [
          'R-A9-14',
          'FAIL',
          `the act is “${unlawfulActText}”`,
          { ...para10, 'assertions[*].unlawfulActText': unlawfulActText },
        ] as const,
    ),
    ...[
      'Violence towards a partner while in crisis',
      'Threatening staff with a knife while in crisis',
      'Encouraging or assisting the suicide of another person',
      'Wasting police time, Criminal Law Act 1967 s5(2)',
    ].map(
      (unlawfulActText) =>
        [
          'R-A9-14',
          'STATED',
          `the act is “${unlawfulActText}”`,
          { ...para10, 'assertions[*].unlawfulActText': unlawfulActText },
        ] as const,
    ),
    [
      'R-A9-14',
      'UNKNOWN',
      'the act is “not known”',
      { ...para10, 'assertions[*].unlawfulActText': 'not known' },
    ],

    [
      'R-A9-23',
      'STATED',
      'what was done is said, and consent would defeat it',
      said('She struck a nurse on 3 May.', true),
    ],
    ['R-A9-23', 'FAIL', 'consent would defeat nothing', said('She struck a nurse on 3 May.', false)],
    ['R-A9-23', 'UNKNOWN', 'nobody says whether it would', said('She struck a nurse on 3 May.')],
    ['R-A9-23', 'FAIL', 'it does not say what was done', said('', true)],
    [
      'R-A9-23',
      'STATED',
      'a pick says what was done',
      {
        ...said('', true),
        'assertions[*].offences': [{ provisionId: 'cja1988-s39', why: 'She struck a nurse on 3 May.' }],
      },
    ],
    [
      'R-A9-23',
      'FAIL',
      'a pick describes a call for help',
      {
        ...said('She struck a nurse on 3 May.', true),
        'assertions[*].offences': [{ provisionId: 'cla1967-s5-2', why: 'Calls 999 every night' }],
      },
    ],
    [
      'R-A9-23',
      'FAIL',
      'the act is attending a hospital',
      said('Frequent attendance at the emergency department', true),
    ],
    ['R-A9-23', 'DOES_NOT_APPLY', 'nobody relies on para 10', {}],
  ],
);
