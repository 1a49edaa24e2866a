import { readFileSync } from 'node:fs';
import { recomputed, type ReleasedScores } from '../../test/support/recomputed-release.js';
import { sha256 } from '../kernel/sha256.js';

/** A result as the demo world released it, byte for byte, and the hash that its page shows. */
const TEXT = readFileSync('test/support/example-release.json', 'utf8');
const RELEASE = JSON.parse(TEXT) as ReleasedResult;
const CONTENT_HASH = '73f735afee9e4ae2c616fe5593f432eb9dbaaefff51080bd4e15b72588538e63';

interface ReleasedResult extends ReleasedScores {
  readonly rating: { readonly overall: string; readonly working: readonly object[] };
  readonly domains: readonly (ReleasedScores['domains'][number] & {
    readonly rating: string | null;
    readonly working: readonly object[];
    readonly notApplicable: readonly string[];
  })[];
  readonly agreement: { readonly reviewers: number; readonly publishedAnywayBecause: string | null };
}

describe('A published result, by its text alone and without a database', () => {
  it('is the text that was released', () => {
    expect(sha256(TEXT)).toBe(CONTENT_HASH);
  });

  it('comes to the same agreement of the reviewers again, its interval too', () => {
    const { reviewers, publishedAnywayBecause: _, ...agreement } = RELEASE.agreement;
    expect(recomputed(RELEASE)).toMatchObject({ reviewers, agreement });
    expect(agreement).toMatchObject({
      ordinalAlpha: expect.any(Number),
      ordinalAlphaInterval: expect.anything(),
    });
  });

  it('comes to the same rating again, overall and in each domain, with the same working', () => {
    const { overall, working } = RELEASE.rating;
    const domains = RELEASE.domains.map(({ code, name: _, ...rated }) => ({ domain: code, ...rated }));
    expect(recomputed(RELEASE)?.rating).toEqual({ overall, working, domains });
  });

  it('comes to another when anybody changes a score in it', () => {
    const mild = RELEASE.criteria.map((criterion) => ({
      ...criterion,
      counted: { moderated: '3', grade: 'A', settledBy: 'agreement' } as const,
      independent: criterion.independent.map(({ reviewer }) => ({ reviewer, score: '3' as const })),
    }));
    const changed = recomputed({ ...RELEASE, criteria: mild });
    expect(changed?.rating.overall).not.toBe(RELEASE.rating.overall);
    expect(changed?.agreement).not.toMatchObject(RELEASE.agreement);
  });
});
