import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether submitted flows of other trusts use the same impact assessment or the same words as a flow. Nothing of them is
 * told but that they do, so that the cross-record rules run over the whole register and nobody reads another's record.
 */
export class SaidElsewhere1764000000066 implements MigrationInterface {
  name = 'SaidElsewhere1764000000066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION data_sharing.words_of(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN trim(regexp_replace(lower(said), '[^[:alnum:]]+', ' ', 'g'));

      CREATE INDEX "submitted flows by their impact assessment" ON data_sharing.data_flow
        ((content -> 'dpia' ->> 'fileHash')) WHERE submitted;
      CREATE INDEX "submitted flows by why they are necessary" ON data_sharing.data_flow
        (md5(data_sharing.words_of(content ->> 'necessityText'))) WHERE submitted;
      CREATE INDEX "submitted flows by what else was considered" ON data_sharing.data_flow
        (md5(data_sharing.words_of(content ->> 'lessIntrusiveAlternativesText'))) WHERE submitted;

      CREATE FUNCTION data_sharing.said_elsewhere(flow uuid) RETURNS SETOF jsonb
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
          LIMIT 100)
        SELECT jsonb_strip_nulls(jsonb_build_object('id', 'elsewhere-' || row_number() OVER (),
          'deploymentId', deployment_id, 'dpiaFileHash', dpia, 'necessityText', necessity,
          'lessIntrusiveAlternativesText', alternatives))
        FROM found WHERE dpia IS NOT NULL OR necessity IS NOT NULL OR alternatives IS NOT NULL
      $$;
      REVOKE EXECUTE ON FUNCTION data_sharing.said_elsewhere FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION data_sharing.said_elsewhere TO candour_member, candour_operator;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION data_sharing.said_elsewhere;
      DROP INDEX data_sharing."submitted flows by their impact assessment",
        data_sharing."submitted flows by why they are necessary",
        data_sharing."submitted flows by what else was considered";
      DROP FUNCTION data_sharing.words_of;
    `);
  }
}
