import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of the flows of other trusts that say the same, one more is told than is compared, so that a judgement knows when there
 * are more than it looked at.
 */
export class MoreSaidElsewhere1764000000082 implements MigrationInterface {
  name = 'MoreSaidElsewhere1764000000082';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(saidElsewhere(101));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(saidElsewhere(100));
  }
}

function saidElsewhere(most: number): string {
  return `
      CREATE OR REPLACE FUNCTION data_sharing.said_elsewhere(flow uuid) RETURNS SETOF jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
        WITH own AS (
          SELECT o.organisation_id, o.content -> 'dpia' ->> 'fileHash' AS dpia, o.content ->> 'necessityText' AS necessity,
            o.content ->> 'lessIntrusiveAlternativesText' AS alternatives
          FROM data_sharing.data_flow o WHERE o.id = flow),
        found AS (
          SELECT DISTINCT ON (f.series_id) f.deployment_id,
            CASE WHEN f.content -> 'dpia' ->> 'fileHash' = own.dpia THEN own.dpia END AS dpia,
            CASE WHEN data_sharing.words_of(f.content ->> 'necessityText') = data_sharing.words_of(own.necessity)
              AND data_sharing.words_of(own.necessity) <> '' THEN own.necessity END AS necessity,
            CASE WHEN data_sharing.words_of(f.content ->> 'lessIntrusiveAlternativesText')
              = data_sharing.words_of(own.alternatives)
              AND data_sharing.words_of(own.alternatives) <> '' THEN own.alternatives END AS alternatives
          FROM own JOIN data_sharing.data_flow f ON f.submitted AND f.organisation_id <> own.organisation_id AND (
            f.content -> 'dpia' ->> 'fileHash' = own.dpia
            OR md5(data_sharing.words_of(f.content ->> 'necessityText')) = md5(data_sharing.words_of(own.necessity))
            OR md5(data_sharing.words_of(f.content ->> 'lessIntrusiveAlternativesText'))
              = md5(data_sharing.words_of(own.alternatives)))
          ORDER BY f.series_id, f.version DESC
          LIMIT ${most})
        SELECT jsonb_strip_nulls(jsonb_build_object('id', 'elsewhere-' || row_number() OVER (),
          'deploymentId', deployment_id, 'dpiaFileHash', dpia, 'necessityText', necessity,
          'lessIntrusiveAlternativesText', alternatives))
        FROM found WHERE dpia IS NOT NULL OR necessity IS NOT NULL OR alternatives IS NOT NULL
      $$;
  `;
}
