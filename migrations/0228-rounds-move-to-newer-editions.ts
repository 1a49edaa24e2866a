import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A round can move to a newer edition while nobody has submitted, and back, when two lead reviewers agree: the record of
 * a move, what is proposed about one, and under which edition an answer or a signature was given.
 */
export class RoundsMoveToNewerEditions1764000000228 implements MigrationInterface {
  name = 'RoundsMoveToNewerEditions1764000000228';

  async up(runner: QueryRunner): Promise<void> {
    // Constraints on tables that hold rows are checked by a query of the owner, whom row-level security binds too.
    await runner.query(
      LOOKED_THROUGH.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;`).join(''),
    );
    await runner.query(TABLES);
    await runner.query(proposed(ASKS_NOW));
    await runner.query(
      LOOKED_THROUGH.map((table) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`).join(''),
    );
    await runner.query(RIGHTS);
    await runner.query(agreed(MOVED_EDITIONS));
    await runner.query(overtaken(OVERTAKEN_MOVES));
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(agreed(''));
    await runner.query(overtaken(''));
    await runner.query(`
      ALTER TABLE reviews.round DROP CONSTRAINT "a round asks since a move of its own";
      ALTER TABLE reviews.self_answer DROP COLUMN edition_move_id;
      ALTER TABLE reviews.attestation DROP COLUMN edition_move_id;
      ALTER TABLE reviews.round DROP COLUMN edition_move_id;
      DROP TABLE reviews.edition_move;
      REVOKE UPDATE (edition_id, criteria) ON reviews.round FROM candour_member;
    `);
    await runner.query(proposed(ASKS_BEFORE));
    await runner.query('CALL access.hand_to_definer()');
  }
}

const LOOKED_THROUGH = [
  'reviews.round',
  'reviews.self_answer',
  'reviews.attestation',
  'reviews.proposal',
  'reviews.proposal_end',
  'frameworks.edition',
];

const TABLES = `
  CREATE TABLE reviews.edition_move (
    id uuid CONSTRAINT "a move to an edition has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a move to an edition never changes" CHECK (revision = 1),
    round_id uuid NOT NULL CONSTRAINT "a move to an edition is of a round" REFERENCES reviews.round,
    seq integer NOT NULL CONSTRAINT "moves to editions count from one" CHECK (seq > 0),
    follows_id uuid,
    stands_id uuid,
    from_edition_id uuid NOT NULL CONSTRAINT "a round moves from an edition" REFERENCES frameworks.edition,
    to_edition_id uuid NOT NULL CONSTRAINT "a round moves to an edition" REFERENCES frameworks.edition,
    criteria_before text[] NOT NULL,
    criteria text[] NOT NULL,
    trail jsonb NOT NULL,
    reason text NOT NULL CONSTRAINT "a move to an edition has a reason" CHECK (reason ~ '\\S'),
    proposal_id uuid NOT NULL CONSTRAINT "a move to an edition is made once" UNIQUE,
    proposed_by uuid NOT NULL,
    decided_by uuid NOT NULL CONSTRAINT "a move to an edition is decided by a person" REFERENCES identity.person,
    decided_on date NOT NULL,
    CONSTRAINT "a round was not moved meanwhile" UNIQUE (round_id, seq),
    CONSTRAINT "a move to an edition is known by its round" UNIQUE (id, round_id),
    CONSTRAINT "a round moves on from where it stands" FOREIGN KEY (follows_id, round_id) REFERENCES reviews.edition_move (id, round_id),
    CONSTRAINT "a round stands where a move of its own brought it" FOREIGN KEY (stands_id, round_id)
      REFERENCES reviews.edition_move (id, round_id),
    CONSTRAINT "whoever proposes to move to an edition does not decide it" CHECK (decided_by <> proposed_by),
    CONSTRAINT "a round moves to an edition as it was proposed" FOREIGN KEY (proposal_id, round_id, proposed_by)
      REFERENCES reviews.proposal (id, subject_id, proposed_by)
  );
  CALL ledger.record_changes_of('reviews.edition_move', 'edition-move');
  CALL publication.freeze('reviews.edition_move');

  ALTER TABLE reviews.round ADD COLUMN edition_move_id uuid,
    ADD CONSTRAINT "a round asks since a move of its own" FOREIGN KEY (edition_move_id, id) REFERENCES reviews.edition_move (id, round_id);
  ALTER TABLE reviews.self_answer ADD COLUMN edition_move_id uuid
    CONSTRAINT "an answer is given since a move" REFERENCES reviews.edition_move;
  ALTER TABLE reviews.attestation ADD COLUMN edition_move_id uuid
    CONSTRAINT "a signature is given since a move" REFERENCES reviews.edition_move;
`;

const ASKS_BEFORE = {
  all: "'move-date', 'void-round', 'withdraw-release', 'refuse-to-publish'",
  rounds: "'move-date', 'void-round'",
  words: 'four',
};
const ASKS_NOW = {
  all: `${ASKS_BEFORE.all}, 'move-edition'`,
  rounds: `${ASKS_BEFORE.rounds}, 'move-edition'`,
  words: 'five',
};

/** What is proposed, who may, and what a proposal says. */
function proposed(asks: typeof ASKS_NOW): string {
  const now = asks === ASKS_NOW;
  const theirs = `review_id IN (SELECT * FROM reviews.led() AS mine)
    OR (asks IN (${asks.rounds}) AND (SELECT access.holds('LEAD_REVIEWER')))`;
  return `
    ALTER TABLE reviews.proposal
      ${
        now
          ? `ADD COLUMN from_edition_id uuid CONSTRAINT "a proposal moves from an edition" REFERENCES frameworks.edition,
      ADD COLUMN to_edition_id uuid CONSTRAINT "a proposal moves to an edition" REFERENCES frameworks.edition,
      ADD CONSTRAINT "only a proposal to move to an edition says from which and to which"
        CHECK (num_nonnulls(from_edition_id, to_edition_id) = CASE asks WHEN 'move-edition' THEN 2 ELSE 0 END),`
          : `DROP COLUMN from_edition_id, DROP COLUMN to_edition_id,`
      }
      DROP CONSTRAINT "a proposal asks for one of ${now ? ASKS_BEFORE.words : ASKS_NOW.words} things that take two people",
      ADD CONSTRAINT "a proposal asks for one of ${asks.words} things that take two people" CHECK (asks IN (${asks.all})),
      DROP CONSTRAINT "a proposal to end something names a post",
      ADD CONSTRAINT "a proposal to end something names a post" CHECK (
        ${now ? "(asks NOT IN ('move-date', 'move-edition'))" : "(asks <> 'move-date')"} = (post IS NOT NULL));
    ALTER TABLE reviews.proposal_end DROP CONSTRAINT "what ends was proposed",
      ADD CONSTRAINT "what ends was proposed" CHECK (asks IN (${asks.all}));
    ALTER POLICY "auditors and who could agree read proposals" ON reviews.proposal USING ((SELECT access.holds('AUDITOR')) OR ${theirs});
    ALTER POLICY "people propose in their own name" ON reviews.proposal WITH CHECK (proposed_by = (SELECT access.person()) AND (${theirs}));
    ALTER POLICY "auditors and who could agree read how proposals ended" ON reviews.proposal_end
      USING ((SELECT access.holds('AUDITOR')) OR ${theirs});
    ALTER POLICY "people end proposals in their own name" ON reviews.proposal_end
      WITH CHECK (ended_by = (SELECT access.person()) AND (${theirs}));
  `;
}

const RIGHTS = `
  ALTER TABLE reviews.edition_move ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT INSERT ON reviews.edition_move TO candour_member;
  GRANT SELECT ON reviews.edition_move TO candour_operator, candour_definer;
  GRANT SELECT (id, revision, round_id, seq, follows_id, stands_id, from_edition_id, to_edition_id, criteria_before, criteria, trail, reason,
    decided_on) ON reviews.edition_move TO candour_public, candour_member, candour_receipt;
  CREATE POLICY "everyone reads to which edition a round moved" ON reviews.edition_move FOR SELECT USING (true);
  CREATE POLICY "functions of the database read it" ON reviews.edition_move FOR SELECT TO candour_definer USING (true);
  CREATE POLICY "lead reviewers move rounds in their own name" ON reviews.edition_move FOR INSERT TO candour_member
    WITH CHECK (decided_by = (SELECT access.person()) AND (SELECT access.holds('LEAD_REVIEWER')));
  GRANT UPDATE (edition_id, criteria, edition_move_id) ON reviews.round TO candour_member;
`;

const MOVED_EDITIONS = 'UNION ALL SELECT e.proposal_id, e.decided_on FROM reviews.edition_move e';

/** Proposals that somebody else agreed to, and when. */
function agreed(editions: string): string {
  return `
    CREATE OR REPLACE VIEW reviews.agreed_proposal AS
      SELECT c.proposal_id, c.decided_on AS agreed_on FROM reviews.round_date_change c WHERE c.proposal_id IS NOT NULL
      UNION ALL SELECT v.proposal_id, v.voided_on FROM reviews.round_voiding v
      UNION ALL SELECT w.proposal_id, w.withdrawn_on FROM publication.withdrawal w WHERE w.proposal_id IS NOT NULL
      UNION ALL SELECT x.proposal_id, x.refused_on FROM publication.refusal x WHERE x.proposal_id IS NOT NULL
      ${editions}`;
}

const OVERTAKEN_MOVES = `
          UNION ALL SELECT v.voided_on, 'round-voided' FROM reviews.round_voiding v
            WHERE p.asks = 'move-edition' AND v.round_id = p.subject_id
          UNION ALL SELECT min(m.decided_on), 'edition-moved' FROM reviews.edition_move m
            WHERE p.asks = 'move-edition' AND m.round_id = p.subject_id AND m.id > p.id AND m.proposal_id <> p.id
            HAVING min(m.decided_on) IS NOT NULL
          UNION ALL SELECT min(least(r.submitted_on, r.published_on)), 'submitted' FROM reviews.review r
            WHERE p.asks = 'move-edition' AND r.round_id = p.subject_id HAVING min(least(r.submitted_on, r.published_on)) IS NOT NULL`;

/** Proposals of which the ground has moved, since when, and what did it. */
function overtaken(moves: string): string {
  return `
    CREATE OR REPLACE VIEW reviews.overtaken_proposal AS
        SELECT p.id AS proposal_id, o.overtaken_on, o.overtaken_by
        FROM reviews.proposal p CROSS JOIN LATERAL (
          SELECT newest.decided_on AS overtaken_on, 'date-moved' AS overtaken_by FROM (
            SELECT c.decided_on, c.becomes, c.proposal_id FROM reviews.round_date_change c
              WHERE c.round_id = p.subject_id AND c.which = p.which AND c.id > p.id ORDER BY c.id DESC LIMIT 1) AS newest
            WHERE p.asks = 'move-date' AND newest.becomes <> p.was AND newest.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT v.voided_on, 'round-voided' FROM reviews.round_voiding v
            WHERE p.asks IN ('move-date', 'void-round') AND v.round_id = p.subject_id AND v.proposal_id <> p.id
          UNION ALL SELECT min(least(r.scores_opened_on, r.published_on)), 'too-late-to-void' FROM reviews.review r
            WHERE p.asks = 'void-round' AND r.round_id = p.subject_id HAVING min(least(r.scores_opened_on, r.published_on)) IS NOT NULL
          UNION ALL SELECT w.withdrawn_on, 'withdrawn' FROM publication.withdrawal w
            WHERE p.asks = 'withdraw-release' AND w.release_id = p.subject_id AND w.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT x.refused_on, 'refused' FROM publication.refusal x
            WHERE p.asks = 'refuse-to-publish' AND x.review_id = p.subject_id AND x.proposal_id IS DISTINCT FROM p.id
          UNION ALL SELECT l.published_on, 'published' FROM publication.release l
            WHERE p.asks = 'refuse-to-publish' AND l.review_id = p.subject_id${moves}
          ORDER BY 1 LIMIT 1) AS o`;
}
