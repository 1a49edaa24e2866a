import type { Uuid } from '../../src/kernel/identifiers.js';
import { PreparingService } from '../../src/publication/releases/preparing.service.js';
import { settledReview } from '../support/publication.js';
import { reviewWorld, type ReviewWorld } from '../support/reviews.js';

interface Result {
  replies: { text: string; reasons: string | null; accepted: boolean }[];
  statements: { text: string; organisation: string; criterion: string | null }[];
  signatures: { stance: string }[];
  criteria: { independent: { rationale: string }[]; counted: { minorityView: string; reason: string } }[];
  panel: { outsideNhsEngland: number };
  withheld: object | null;
}

const WITHHELD = { places: 1, because: 'It names somebody.' };

/** PostgreSQL is asked itself, as it asks itself before a result is prepared and before it is released. */
describe('PostgreSQL takes a result in the words that were recorded', () => {
  let world: ReviewWorld;
  let reviewId: Uuid;
  let prepared: string;

  beforeAll(async () => {
    world = await reviewWorld();
    ({ reviewId } = await settledReview(world));
    const id = await world.service(PreparingService).prepare(await world.as('lead'), reviewId);
    const { rows } = await world.superuser.query<{ content: string }>(
      'SELECT content FROM publication.preparation WHERE id = $1',
      [id],
    );
    prepared = rows[0]?.content ?? '';
  }, 120_000);

  afterAll(() => world.close());

  it('as it was drawn up', async () => {
    await expect(taken(() => undefined)).resolves.toBeUndefined();
  });

  it.each<[string, (result: Result) => void]>([
    ['a reply that is left out', (result) => void (result.replies = [])],
    ['a reply twice', ({ replies }) => void replies.push(...replies.slice(0, 1))],
    ['a reply in other words', ({ replies }) => replies.forEach((one) => void (one.text = 'We agree.'))],
    [
      'other reasons about it',
      ({ replies }) => replies.forEach((one) => void (one.reasons = 'They are right.')),
    ],
    ['another decision about it', ({ replies }) => replies.forEach((one) => void (one.accepted = true))],
    ['a statement that is left out', (result) => void (result.statements = [])],
    ['a statement in other words', ({ statements }) => statements.forEach((one) => void (one.text = '%'))],
    [
      'a statement of another group',
      ({ statements }) => statements.forEach((one) => void (one.organisation = 'Us')),
    ],
    [
      'a statement about another criterion',
      ({ statements }) => statements.forEach((one) => void (one.criterion = 'SIM-POL-02')),
    ],
    ['a signature that is left out', ({ signatures }) => void signatures.pop()],
    [
      'a signature of another kind',
      ({ signatures }) => signatures.forEach((one) => void (one.stance = 'refuse')),
    ],
    [
      'another reason of a reviewer',
      ({ criteria }) => criteria[0]?.independent.forEach((one) => void (one.rationale = 'So.')),
    ],
    [
      'another reason of what counts',
      ({ criteria }) => criteria.forEach(({ counted }) => void (counted.reason = 'So.')),
    ],
    [
      'a minority view that nobody holds',
      ({ criteria }) => criteria.forEach(({ counted }) => void (counted.minorityView = 'So.')),
    ],
    ['more people from outside', ({ panel }) => void (panel.outsideNhsEngland += 1)],
    [
      'words that are withheld and not counted',
      ({ replies }) => replies.forEach((one) => void (one.text = 'We [withheld] otherwise.')),
    ],
  ])('and not %s', async (_, lie) => {
    await expect(taken(lie)).rejects.toThrow('a result says of');
  });

  it('and with words withheld what stands around them is as it was written', async () => {
    const withholding = (text: string) => (result: Result) => {
      result.withheld = WITHHELD;
      result.replies.forEach((one) => void (one.text = text));
    };
    await expect(taken(withholding('We [withheld] otherwise.'))).resolves.toBeUndefined();
    await expect(taken(withholding('We [withheld] alike.'))).rejects.toThrow('a result says of');
    await expect(taken(withholding('_e [withheld] otherwise.'))).rejects.toThrow('a result says of');
  });

  async function taken(change: (result: Result) => void): Promise<void> {
    const result = JSON.parse(prepared) as Result;
    change(result);
    await world.superuser.query('CALL publication.follows_from_records($1, $2)', [
      reviewId,
      JSON.stringify(result),
    ]);
  }
});
