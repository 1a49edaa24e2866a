import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of what is published: preparations, numbered releases with the hash of their bytes, tombstones, and
 * refusals. Nobody changes or deletes any of it, the owner of the tables included; two people make each release.
 */
export class Publications1764000000030 implements MigrationInterface {
  name = 'Publications1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(VIEWS);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA publication CASCADE');
  }
}

const TABLES = `
  CREATE SCHEMA publication;
  GRANT USAGE ON SCHEMA publication TO candour_public, candour_member, candour_receipt, candour_operator;

  CREATE TABLE publication.preparation (
    id uuid CONSTRAINT "a preparation has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a preparation never changes" CHECK (revision = 1),
    review_id uuid NOT NULL CONSTRAINT "a preparation is of a review" REFERENCES reviews.review,
    number integer NOT NULL CONSTRAINT "preparations are for releases that count from one" CHECK (number > 0),
    content text NOT NULL,
    content_hash text NOT NULL CONSTRAINT "a preparation's hash is of its content"
      CHECK (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    published_anyway_because text CONSTRAINT "a result is published in spite of disagreement for a reason"
      CHECK (published_anyway_because ~ '\\S'),
    withheld text[] NOT NULL,
    withheld_because text,
    prepared_by uuid NOT NULL CONSTRAINT "a result is prepared by a person" REFERENCES identity.person,
    prepared_on date NOT NULL,
    CONSTRAINT "words are withheld for a reason" CHECK (cardinality(withheld) = 0 OR withheld_because ~ '\\S'),
    CONSTRAINT "a preparation is known by who made it and what it holds"
      UNIQUE (id, review_id, number, prepared_by, content_hash)
  );
  CREATE INDEX "preparations of a review" ON publication.preparation (review_id, id);

  CREATE TABLE publication.release (
    id uuid CONSTRAINT "a release has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a release never changes" CHECK (revision = 1),
    serial integer NOT NULL CONSTRAINT "a release has one place in the ledger" UNIQUE,
    review_id uuid NOT NULL CONSTRAINT "a release is of a review" REFERENCES reviews.review,
    preparation_id uuid NOT NULL CONSTRAINT "what was prepared is released once" UNIQUE,
    number integer NOT NULL,
    content text NOT NULL,
    content_hash text NOT NULL CONSTRAINT "a release's hash is of its content"
      CHECK (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    overall text NOT NULL CONSTRAINT "a release has a rating"
      CHECK (overall IN ('CEASE', 'SERIOUS_CONCERN', 'UNVERIFIED', 'IMPROVEMENT_REQUIRED', 'ASSURED'))
      CONSTRAINT "a release's rating is the one in its content" CHECK (overall = content::jsonb #>> '{rating,overall}'),
    prepared_by uuid NOT NULL CONSTRAINT "a release was prepared by a person" REFERENCES identity.person,
    released_by uuid NOT NULL CONSTRAINT "a result is released by a person" REFERENCES identity.person,
    published_on date NOT NULL,
    CONSTRAINT "whoever prepares a result does not release it" CHECK (prepared_by <> released_by),
    CONSTRAINT "the releases of a review are numbered" UNIQUE (review_id, number),
    CONSTRAINT "a release belongs to one review" UNIQUE (id, review_id),
    CONSTRAINT "what is released is what was prepared"
      FOREIGN KEY (preparation_id, review_id, number, prepared_by, content_hash)
      REFERENCES publication.preparation (id, review_id, number, prepared_by, content_hash)
  );

  CREATE TABLE publication.withdrawal (
    id uuid CONSTRAINT "a withdrawal has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a withdrawal never changes" CHECK (revision = 1),
    release_id uuid NOT NULL CONSTRAINT "a release is withdrawn once" UNIQUE,
    review_id uuid NOT NULL,
    post text NOT NULL CONSTRAINT "a withdrawal names a post" CHECK (post ~ '\\S'),
    reason text NOT NULL CONSTRAINT "a withdrawal has a reason" CHECK (reason ~ '\\S'),
    legal_basis text NOT NULL CONSTRAINT "a withdrawal has a legal basis" CHECK (legal_basis ~ '\\S'),
    withdrawn_by uuid NOT NULL CONSTRAINT "a withdrawal is made by a person" REFERENCES identity.person,
    withdrawn_on date NOT NULL,
    CONSTRAINT "a withdrawal is of a release" FOREIGN KEY (release_id, review_id)
      REFERENCES publication.release (id, review_id)
  );

  CREATE TABLE publication.refusal (
    id uuid CONSTRAINT "a refusal to publish has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a refusal to publish never changes" CHECK (revision = 1),
    review_id uuid NOT NULL CONSTRAINT "a refusal to publish is about a review" REFERENCES reviews.review
      CONSTRAINT "publication of a review is refused once" UNIQUE,
    post text NOT NULL CONSTRAINT "a refusal to publish names a post" CHECK (post ~ '\\S'),
    reason text NOT NULL CONSTRAINT "a refusal to publish has a reason" CHECK (reason ~ '\\S'),
    legal_basis text NOT NULL CONSTRAINT "a refusal to publish has a legal basis" CHECK (legal_basis ~ '\\S'),
    refused_by uuid NOT NULL CONSTRAINT "a refusal to publish is a person's" REFERENCES identity.person,
    refused_on date NOT NULL
  );

  CALL ledger.record_changes_of('publication.preparation', 'release-preparation');
  CALL ledger.record_changes_of('publication.release', 'release');
  CALL ledger.record_changes_of('publication.withdrawal', 'withdrawal');
  CALL ledger.record_changes_of('publication.refusal', 'refusal-to-publish');
`;

const RULES = `
  CREATE FUNCTION publication.refuse_every_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      CALL reviews.refuse('what was published is never changed');
      RETURN NULL;
    END $$;

  -- Makes a table frozen: not even its owner changes, deletes or empties it.
  CREATE PROCEDURE publication.freeze(frozen regclass) LANGUAGE plpgsql AS $$ BEGIN
    EXECUTE format('CREATE TRIGGER "nothing in it is ever changed" BEFORE UPDATE OR DELETE ON %s
      FOR EACH ROW EXECUTE FUNCTION publication.refuse_every_change()', frozen);
    EXECUTE format('CREATE TRIGGER "it is never emptied" BEFORE TRUNCATE ON %s
      FOR EACH STATEMENT EXECUTE FUNCTION publication.refuse_every_change()', frozen);
  END $$;
  CALL publication.freeze('publication.preparation');
  CALL publication.freeze('publication.release');
  CALL publication.freeze('publication.withdrawal');
  CALL publication.freeze('publication.refusal');

  CREATE FUNCTION publication.releases_are_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE reviewed record;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('publication.release'));
      IF NEW.serial <> 1 + (SELECT coalesce(max(serial), 0) FROM publication.release) THEN
        CALL reviews.refuse('another result was released at the same moment; send it again'); END IF;
      IF NEW.number <> 1 + (SELECT count(*) FROM publication.release r WHERE r.review_id = NEW.review_id) THEN
        CALL reviews.refuse('this review was released meanwhile; prepare it again'); END IF;
      SELECT r.submitted_on, r.reply_closed_on, n.self_review_due INTO reviewed
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id WHERE r.id = NEW.review_id FOR SHARE OF r;
      IF reviewed.submitted_on IS NOT NULL AND reviewed.reply_closed_on IS NULL THEN
        CALL reviews.refuse('the findings are not settled'); END IF;
      IF reviewed.submitted_on IS NULL AND NEW.published_on <= reviewed.self_review_due THEN
        CALL reviews.refuse('the trust still has time to answer'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "releases are in turn" BEFORE INSERT ON publication.release
    FOR EACH ROW EXECUTE FUNCTION publication.releases_are_in_turn();

  CREATE FUNCTION publication.refusals_are_in_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('publication.release'));
      IF EXISTS (SELECT FROM publication.release r WHERE r.review_id = NEW.review_id) THEN
        CALL reviews.refuse('what was published is withdrawn, not refused'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "refusals are in turn" BEFORE INSERT ON publication.refusal
    FOR EACH ROW EXECUTE FUNCTION publication.refusals_are_in_turn();
`;

const VIEWS = `
  -- What everyone reads of a release: its bytes until it is withdrawn, and then the tombstone. It names nobody.
  CREATE VIEW publication.result AS
    SELECT r.id, r.serial, r.review_id, r.number, r.content_hash, r.published_on,
      CASE WHEN w.id IS NULL THEN r.content END AS content, CASE WHEN w.id IS NULL THEN r.overall END AS overall,
      w.post, w.reason, w.legal_basis, w.withdrawn_on
    FROM publication.release r LEFT JOIN publication.withdrawal w ON w.release_id = r.id;

  -- What was promised to be published, and the steps that only the trust takes: silence is for everyone to see.
  CREATE VIEW publication.promise AS
    SELECT r.id AS review_id, r.round_id, r.organisation_id, r.deployment_id, r.acknowledged_on, r.submitted_on,
      r.published_on, n.title AS round, n.as_at, n.self_review_due, n.publication_date
    FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id;

  GRANT SELECT ON publication.result, publication.promise TO candour_public, candour_member, candour_receipt, candour_operator;
`;

const RIGHTS =
  ['preparation', 'release', 'withdrawal', 'refusal']
    .map(
      (table) => `
  ALTER TABLE publication.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT INSERT ON publication.${table} TO candour_member;
  GRANT SELECT ON publication.${table} TO candour_operator;
  CREATE POLICY "the operator reads it" ON publication.${table} FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "the owner looks at it for its functions" ON publication.${table} FOR SELECT TO CURRENT_USER USING (true);
`,
    )
    .join('') +
  `
  -- The reviews a person leads, having declared interests and been cleared.
  CREATE FUNCTION publication.led() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(led), '{}') FROM unnest(reviews.as_lead()) AS led
      WHERE led <> ALL (access.engaged_in('barred')) $$;

  GRANT SELECT ON publication.preparation TO candour_member;
  GRANT SELECT (id, revision, serial, review_id, preparation_id, number, content_hash, published_on)
    ON publication.release TO candour_public, candour_member, candour_receipt;
  GRANT SELECT (id, revision, release_id, review_id, post, reason, legal_basis, withdrawn_on)
    ON publication.withdrawal TO candour_public, candour_member, candour_receipt;
  GRANT SELECT (id, revision, review_id, post, reason, legal_basis, refused_on)
    ON publication.refusal TO candour_public, candour_member, candour_receipt;

  CREATE POLICY "auditors and who leads the review read preparations" ON publication.preparation FOR SELECT TO candour_member
    USING ((SELECT access.holds('AUDITOR')) OR review_id = ANY ((SELECT publication.led())::uuid[]));
  CREATE POLICY "everyone reads releases" ON publication.release FOR SELECT USING (true);
  CREATE POLICY "everyone reads withdrawals" ON publication.withdrawal FOR SELECT USING (true);
  CREATE POLICY "everyone reads refusals to publish" ON publication.refusal FOR SELECT USING (true);

  CREATE POLICY "who leads the review prepares its result" ON publication.preparation FOR INSERT TO candour_member
    WITH CHECK (prepared_by = (SELECT access.person()) AND review_id = ANY ((SELECT publication.led())::uuid[]));
  CREATE POLICY "who leads the review releases its result" ON publication.release FOR INSERT TO candour_member
    WITH CHECK (released_by = (SELECT access.person()) AND review_id = ANY ((SELECT publication.led())::uuid[]));
  CREATE POLICY "who leads the review withdraws its result" ON publication.withdrawal FOR INSERT TO candour_member
    WITH CHECK (withdrawn_by = (SELECT access.person()) AND review_id = ANY ((SELECT publication.led())::uuid[]));
  CREATE POLICY "who leads the review refuses to publish it" ON publication.refusal FOR INSERT TO candour_member
    WITH CHECK (refused_by = (SELECT access.person()) AND review_id = ANY ((SELECT publication.led())::uuid[]));
`;
