import { canonicalJson, type Json } from '../../../src/kernel/canonical-json.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { sha256 } from '../../../src/kernel/sha256.js';
import { made } from '../../../src/platform/database/recorded.js';
import { Release } from '../../../src/publication/release.entity.js';
import { Preparation } from '../../../src/publication/releases/preparation.entity.js';
import { forged } from './forging.js';
import type { Lead, Stage } from './stage.js';

interface Result {
  rating: { overall: string };
  domains: { rating: string | null }[];
  criteria: {
    gravity: string;
    requirement: string;
    self: { reason: string } | null;
    counted: { score: string; moderated: string; grade: string | null; reason: string };
    independent: { score: string; grade: string | null; rationale: string }[];
    meeting: {
      asked: { reason: string }[];
      proposals: { reason: string; said: { stance: string; words: string }[] }[];
    } | null;
  }[];
  panel: { livedExperience: number };
  signatures: { signedOn: string }[];
}

/** Ways to make a result say more than the records do. */
const LIES: Readonly<Record<string, (result: Result) => void>> = {
  'a better rating': ({ rating }) => void (rating.overall = 'ASSURED'),
  'better domains': ({ domains }) => domains.forEach((domain) => void (domain.rating = 'ASSURED')),
  'better scores that count': ({ criteria }) =>
    criteria.forEach(({ counted }) => Object.assign(counted, { score: '3', moderated: '3', grade: 'A' })),
  'better scores of reviewers': ({ criteria }) =>
    criteria.forEach(({ independent }) =>
      independent.forEach((given) => Object.assign(given, { score: '3', grade: 'A' })),
    ),
  'lesser requirements': ({ criteria }) => criteria.forEach((one) => void (one.gravity = 'ORDINARY')),
  'words that nobody said': ({ criteria }) =>
    criteria.forEach(({ meeting }) =>
      meeting?.proposals.forEach(({ said }) => said.forEach((word) => void (word.stance = 'confirm'))),
    ),
  'a requirement in other words': ({ criteria }) =>
    criteria.forEach((one) => void (one.requirement = 'Be kind')),
  'another reason of the trust': ({ criteria }) =>
    criteria.forEach(({ self }) => {
      if (self) self.reason = 'It was stopped.';
    }),
  'another reason of what counts': ({ criteria }) =>
    criteria.forEach(({ counted }) => void (counted.reason = 'All agreed.')),
  'reasons of reviewers in other words': ({ criteria: [first] }) =>
    first?.independent.forEach((given) => void (given.rationale = 'It is fully met.')),
  'a meeting in other words': ({ criteria }) =>
    criteria.forEach(({ meeting }) => {
      meeting?.asked.forEach((asked) => void (asked.reason = 'To be sure.'));
      meeting?.proposals.forEach(({ said }) => said.forEach((word) => void (word.words = 'So it is.')));
    }),
  'a proposal in other words': ({ criteria }) =>
    criteria.forEach(({ meeting }) => meeting?.proposals.forEach((one) => void (one.reason = 'So it is.'))),
  'more people with lived experience': ({ panel }) => void (panel.livedExperience += 1),
  'no signature': (result) => void (result.signatures = []),
  'other signatures': ({ signatures }) => signatures.forEach((one) => void (one.signedOn = '2026-01-01')),
};

/** The names of the lies. */
export const RESULT_LIES: readonly string[] = Object.keys(LIES);

/**
 * Two who lead the review write a result that lies past every service: one prepares it, the other releases it.
 * @throws Error where PostgreSQL took it.
 */
export async function forgeResult(stage: Stage, lie: string, by: Lead): Promise<void> {
  const { rows } = await stage.world.superuser.query<Preparation & { serial: number; releases: number }>(
    LAST,
    [stage.reviewId],
  );
  const [last] = rows;
  if (!last) return;
  const result = JSON.parse(last.content) as Result & Json;
  LIES[lie]?.(result);
  const content = canonicalJson(result);
  if (content === last.content) return;
  const accomplice: Lead = by === 'lead' ? 'otherLead' : 'lead';
  const [preparedBy, releasedBy] = [stage.people.get(by) ?? '', stage.people.get(accomplice) ?? ''];
  const day = stage.world.clock.today();
  const same = {
    reviewId: stage.reviewId,
    number: last.releases + 1,
    content,
    contentHash: sha256(content),
    preparedBy,
  };
  const preparation = made(Preparation, {
    ...{ ...same, id: newId(), publishedAnywayBecause: last.publishedAnywayBecause, preparedOn: day },
    ...{ withheld: [], withheldBecause: null },
  });
  const release = made(Release, {
    ...{ ...same, id: newId(), serial: last.serial + 1, preparationId: preparation.id, releasedBy },
    ...{ overall: result.rating.overall as Release['overall'], publishedOn: day },
  });
  const prepared = await forged(stage.world, await stage.as(by), {
    ...{ kind: Preparation, verb: 'prepare', record: preparation },
  });
  const refused =
    prepared ??
    (await forged(stage.world, await stage.as(accomplice), {
      kind: Release,
      verb: 'release',
      record: release,
    }));
  if (refused === null) throw new Error(`PostgreSQL took a result with ${lie} from two who lead.`);
  stage.history.push({ what: `forge ${lie}`, refusedBecause: refused });
}

const LAST = `
  SELECT p.content, p.published_anyway_because AS "publishedAnywayBecause",
    (SELECT count(*)::integer FROM publication.release r WHERE r.review_id = $1) AS releases,
    (SELECT coalesce(max(r.serial), 0) FROM publication.release r) AS serial
  FROM publication.preparation p WHERE p.review_id = $1 ORDER BY p.id DESC LIMIT 1`;
