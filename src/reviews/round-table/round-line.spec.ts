import fc from 'fast-check';
import { roundLine, type LineFacts, type RoundStanding } from './round-line.js';
import { roundSummary, type OwnedLine } from './round-summary.js';

const NOTHING: LineFacts = {
  organisationId: 'a',
  scopedOn: '2021-05-12',
  ...{
    removedOn: null,
    scopeAcknowledgedOn: null,
    nilOn: null,
    nilBegunOn: null,
    namingAnsweredOn: null,
    startedOn: null,
    acknowledgedOn: null,
  },
  ...{ answeredOn: null, submittedOn: null, scoresOpenedOn: null, moderationClosedOn: null },
  ...{ repliedOn: null, releasedOn: null },
};
const ROUND = { firstSelfReviewDue: '2021-06-11', voidedOn: null };
const DUE = '2021-06-11';
const AFTER = '2021-06-12';

/** A review that went to its end, a day for each step. */
const ENDED: LineFacts = {
  ...NOTHING,
  ...{ startedOn: '2021-05-13', acknowledgedOn: '2021-05-14', answeredOn: '2021-05-20' },
  ...{ submittedOn: '2021-06-10', scoresOpenedOn: '2021-07-01', moderationClosedOn: '2021-07-08' },
  ...{ repliedOn: '2021-07-15', releasedOn: '2021-08-02' },
};

describe('How an organisation stands in a round', () => {
  const cases: readonly (readonly [string, Partial<LineFacts>, string, RoundStanding, number])[] = [
    ['has said nothing on the day first promised', {}, DUE, 'SAYS_NOTHING', 0],
    ['is silent the day after, and nobody has pressed anything', {}, AFTER, 'SILENT', 1],
    ['has acknowledged', { scopeAcknowledgedOn: '2021-05-13' }, DUE, 'ACKNOWLEDGED', 0],
    ['is answering', { acknowledgedOn: '2021-05-13', answeredOn: '2021-05-20' }, DUE, 'ANSWERING', 0],
    ['is late', { acknowledgedOn: '2021-05-13', answeredOn: '2021-05-20' }, '2021-06-21', 'LATE', 10],
    ['signed that it has none', { nilOn: '2021-06-01', nilBegunOn: '2021-06-01' }, AFTER, 'NIL', 0],
    ['signed once, and late', { nilBegunOn: '2021-06-01' }, AFTER, 'LATE', 1],
    ['signed that late', { nilOn: '2021-06-14', nilBegunOn: '2021-06-10' }, '2021-09-01', 'NIL', 3],
    ['submitted late', { submittedOn: '2021-06-12' }, '2021-09-01', 'SUBMITTED', 1],
    ['was removed', { removedOn: '2021-06-14' }, '2021-09-01', 'REMOVED', 0],
    ['was published as silent', { releasedOn: '2021-08-01' }, '2021-09-01', 'SILENT', 82],
  ];

  it.each(cases)('%s', (_, different, today, standing, late) => {
    const line = roundLine({ ...NOTHING, ...different }, ROUND, today);
    expect([line.standing, line.daysLate]).toEqual([standing, late]);
  });

  it('is as far as the last step that was taken', () => {
    const steps = [
      ['releasedOn', 'PUBLISHED'],
      ['repliedOn', 'REPLIED'],
      ['moderationClosedOn', 'MODERATED'],
      ['scoresOpenedOn', 'SCORED'],
      ['submittedOn', 'SUBMITTED'],
      ['answeredOn', 'LATE'],
      ['acknowledgedOn', 'LATE'],
      ['startedOn', 'SILENT'],
    ] as const;
    let facts = ENDED;
    for (const [step, standing] of steps) {
      expect(roundLine(facts, ROUND, '2021-09-01').standing).toBe(standing);
      facts = { ...facts, [step]: null };
    }
  });

  it('keeps the silence of whoever was removed in sight', () => {
    const line = roundLine({ ...NOTHING, removedOn: '2021-06-14' }, ROUND, '2021-09-01');
    expect(line).toMatchObject({ standing: 'REMOVED', silentSince: '2021-05-12' });
  });

  it('owes nothing in a round that was voided', () => {
    const voided = { ...ROUND, voidedOn: '2021-06-01' };
    expect(roundLine(NOTHING, voided, '2021-09-01')).toMatchObject({ standing: 'VOIDED', daysLate: 0 });
  });

  it('is never silent and answered at once, nor silent before the day first promised', () => {
    const day = fc.option(fc.constantFrom('2021-05-20', '2021-06-11', '2021-07-01'), { nil: null });
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(DUE, AFTER), (ack, nilOn, submittedOn, today) => {
        const line = roundLine(
          { ...NOTHING, scopeAcknowledgedOn: ack, nilOn, nilBegunOn: nilOn, submittedOn },
          ROUND,
          today,
        );
        const saysNothing = ack === null && nilOn === null && submittedOn === null;
        expect(line.silentSince !== null).toBe(saysNothing);
        expect(line.standing === 'SILENT').toBe(saysNothing && today === AFTER);
      }),
    );
  });
});

describe('What is said of a round as a whole', () => {
  const owned = (organisationId: string, different: Partial<LineFacts>): OwnedLine => ({
    organisationId,
    ...roundLine({ ...NOTHING, ...different }, ROUND, '2021-09-01'),
  });

  it('is one sentence that counts organisations, not schemes', () => {
    const lines = [
      ...Array.from({ length: 17 }, (_, at) =>
        owned(`r${String(at)}`, { scopeAcknowledgedOn: '2021-05-14' }),
      ),
      owned('two', { submittedOn: '2021-06-01', acknowledgedOn: '2021-05-14' }),
      owned('two', { startedOn: '2021-05-13' }),
      owned('nil', { nilOn: '2021-06-01', nilBegunOn: '2021-06-01', scopeAcknowledgedOn: '2021-05-14' }),
      ...['s1', 's2', 's3', 's4'].map((id) => owned(id, {})),
    ];
    expect(roundSummary(lines)).toMatchObject({ asked: 23, acknowledged: 19, saidNothing: 4, submitted: 0 });
    expect(roundSummary(lines).sentence).toBe(
      '23 asked, 19 acknowledged, 4 have said nothing since 12 May 2021; 0 have submitted, 1 has signed a return that there is no such scheme.',
    );
  });

  it('tells the first day where they were asked on several, and counts the removed apart', () => {
    const lines = [
      owned('s1', {}),
      owned('s2', { scopedOn: '2021-05-14' }),
      owned('gone', { removedOn: '2021-06-20' }),
    ];
    expect(roundSummary(lines).sentence).toBe(
      '2 asked, 0 acknowledged, 2 have said nothing since they were asked, the first on 12 May 2021; 0 have submitted, 0 have signed a return that there is no such scheme. 1 more was removed after being asked.',
    );
  });
});
