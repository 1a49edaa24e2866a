import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A return that there is no such scheme counts when a second person of the trust, its executive, signed it too. It is refused
 * while a scheme of that trust stands in the register of which it does not say why it is none; it is challenged and set aside in public.
 */
export class NilReturnsInTheOpen1764000000222 implements MigrationInterface {
  name = 'NilReturnsInTheOpen1764000000222';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reviews.nil_setting_aside, reviews.nil_challenge, reviews.nil_signature;
      DROP TRIGGER "no nil return passes over a scheme" ON reviews.nil_return;
      DROP FUNCTION reviews.no_nil_return_passes_over_a_scheme, reviews.two_people_sign_a_nil_return;
      REVOKE SELECT ON organisations.follower FROM candour_definer;
      ALTER TABLE reviews.nil_return DROP COLUMN not_schemes,
        DROP CONSTRAINT "a nil return belongs to one organisation";
      DROP POLICY "trusts sign their nil returns" ON reviews.nil_return;
      CREATE POLICY "trusts sign their nil returns" ON reviews.nil_return FOR INSERT TO candour_member WITH CHECK (
        organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER', 'EXECUTIVE_APPROVER'))::uuid[])
        AND signed_by = (SELECT access.person()));
    `);
  }
}

const TABLES = `
  ALTER TABLE reviews.nil_return ADD COLUMN not_schemes jsonb NOT NULL DEFAULT '[]'
    CONSTRAINT "a nil return lists which schemes are none" CHECK (jsonb_typeof(not_schemes) = 'array'),
    ADD CONSTRAINT "a nil return belongs to one organisation" UNIQUE (id, organisation_id);
  ALTER TABLE reviews.nil_return ALTER COLUMN not_schemes DROP DEFAULT;
  CREATE TABLE reviews.nil_signature (
    id uuid CONSTRAINT "a second signature has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a second signature never changes" CHECK (revision = 1),
    nil_return_id uuid NOT NULL CONSTRAINT "a nil return is signed by the executive once" UNIQUE,
    organisation_id uuid NOT NULL,
    signed_by uuid NOT NULL CONSTRAINT "a second signature is a person's" REFERENCES identity.person,
    signed_on date NOT NULL,
    CONSTRAINT "the executive signs for the same organisation" FOREIGN KEY (nil_return_id, organisation_id)
      REFERENCES reviews.nil_return (id, organisation_id)
  );
  CREATE TABLE reviews.nil_challenge (
    id uuid CONSTRAINT "a challenge has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a challenge never changes" CHECK (revision = 1),
    nil_return_id uuid NOT NULL CONSTRAINT "what is challenged is a nil return" REFERENCES reviews.nil_return,
    organisation_id uuid NOT NULL CONSTRAINT "a group challenges" REFERENCES organisations.organisation,
    statement text NOT NULL CONSTRAINT "a challenge says why" CHECK (statement ~ '\\S'),
    challenged_on date NOT NULL,
    CONSTRAINT "a group challenges a nil return once" UNIQUE (nil_return_id, organisation_id)
  );
  CREATE TABLE reviews.nil_setting_aside (
    id uuid CONSTRAINT "a setting aside has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a setting aside never changes" CHECK (revision = 1),
    nil_return_id uuid NOT NULL CONSTRAINT "a nil return is set aside once" UNIQUE
      CONSTRAINT "what is set aside is a nil return" REFERENCES reviews.nil_return,
    reason text NOT NULL CONSTRAINT "a setting aside has a reason" CHECK (reason ~ '\\S'),
    post text NOT NULL CONSTRAINT "a post answers for a setting aside" CHECK (post ~ '\\S'),
    set_aside_on date NOT NULL
  );
  CALL ledger.record_changes_of('reviews.nil_signature', 'nil-signature');
  CALL ledger.record_changes_of('reviews.nil_challenge', 'nil-challenge');
  CALL ledger.record_changes_of('reviews.nil_setting_aside', 'nil-setting-aside');
  CALL publication.freeze('reviews.nil_signature');
  CALL publication.freeze('reviews.nil_challenge');
  CALL publication.freeze('reviews.nil_setting_aside');
`;

const RULES = `
  GRANT SELECT ON organisations.follower TO candour_definer;
  -- Schemes that the trust, or one that it followed, leads or took part in: drafts are none the less schemes.
  CREATE FUNCTION reviews.no_nil_return_passes_over_a_scheme() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
      IF EXISTS (
        WITH own AS (SELECT NEW.organisation_id AS id
          UNION SELECT f.predecessor_id FROM organisations.follower f WHERE f.successor_id = NEW.organisation_id)
        SELECT FROM deployments.deployment d
          WHERE (d.lead_organisation_id IN (SELECT id FROM own) OR EXISTS (SELECT FROM deployments.deployment_agency a
              WHERE a.deployment_id = d.id AND a.part = 'TRUST' AND a.withdrawn_on IS NULL
                AND a.organisation_id IN (SELECT id FROM own)))
            AND NOT EXISTS (SELECT FROM jsonb_array_elements(NEW.not_schemes) AS n
              WHERE n ->> 'deploymentId' = d.id::text AND n ->> 'why' ~ '\\S'))
      THEN CALL reviews.refuse('a scheme of this trust stands in the register; say of each why it is not such a scheme'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "no nil return passes over a scheme" BEFORE INSERT ON reviews.nil_return
    FOR EACH ROW EXECUTE FUNCTION reviews.no_nil_return_passes_over_a_scheme();

  CREATE FUNCTION reviews.two_people_sign_a_nil_return() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF NEW.signed_by = (SELECT n.signed_by FROM reviews.nil_return n WHERE n.id = NEW.nil_return_id)
      THEN CALL reviews.refuse('two different people sign a nil return'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "two people sign a nil return" BEFORE INSERT ON reviews.nil_signature
    FOR EACH ROW EXECUTE FUNCTION reviews.two_people_sign_a_nil_return();
`;

const RIGHTS = `
  ${['nil_signature', 'nil_challenge', 'nil_setting_aside']
    .map(
      (table) => `
  ALTER TABLE reviews.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT ON reviews.${table} TO candour_public, candour_member, candour_receipt, candour_operator;
  GRANT INSERT ON reviews.${table} TO candour_member;
  CREATE POLICY "everyone reads what became of nil returns" ON reviews.${table} FOR SELECT USING (true);`,
    )
    .join('')}
  DROP POLICY "trusts sign their nil returns" ON reviews.nil_return;
  CREATE POLICY "trusts sign their nil returns" ON reviews.nil_return FOR INSERT TO candour_member WITH CHECK (
    organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]) AND signed_by = (SELECT access.person()));
  CREATE POLICY "executives sign nil returns too" ON reviews.nil_signature FOR INSERT TO candour_member WITH CHECK (
    organisation_id = ANY ((SELECT access.organisations_as('EXECUTIVE_APPROVER'))::uuid[]) AND signed_by = (SELECT access.person()));
  CREATE POLICY "user-led groups challenge nil returns" ON reviews.nil_challenge FOR INSERT TO candour_member
    WITH CHECK (organisation_id = ANY ((SELECT access.organisations_as('USER_GROUP_MEMBER'))::uuid[]));
  CREATE POLICY "lead reviewers set nil returns aside" ON reviews.nil_setting_aside FOR INSERT TO candour_member
    WITH CHECK ((SELECT access.holds('LEAD_REVIEWER')));
`;
