import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A result of which reviewers agreed too little is prepared only with a reason that everyone will read, and PostgreSQL finds
 * out by itself how far they agreed: what meetings settled since changes nothing of it. A second person releases it.
 */
export class AgreementBeforePublication1764000000128 implements MigrationInterface {
  name = 'AgreementBeforePublication1764000000128';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION publication.low_agreement_is_explained() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
          IF reviews.agrees_too_little(NEW.review_id) AND (NEW.published_anyway_because IS NULL
            OR NEW.published_anyway_because !~ '\\S'
            OR NEW.content::jsonb -> 'agreement' ->> 'publishedAnywayBecause' IS NULL)
          THEN CALL reviews.refuse('the reviewers agreed too little to publish this without a reason that everyone reads'); END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER "low agreement is explained" BEFORE INSERT ON publication.preparation
        FOR EACH ROW EXECUTE FUNCTION publication.low_agreement_is_explained();
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER "low agreement is explained" ON publication.preparation;
      DROP FUNCTION publication.low_agreement_is_explained;
    `);
  }
}
