import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bare value of a claim that a trust made follows its words when the trust mends them, so that the two never disagree. */
export class BareValuesFollow1764000000166 implements MigrationInterface {
  name = 'BareValuesFollow1764000000166';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      refusingRewriting('{name,kind,organisation_id,part,topic,statement,value,dated,planned}'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(refusingRewriting('{name,kind,organisation_id,part,topic,statement,dated,planned}'));
  }
}

function refusingRewriting(said: string): string {
  return `
  CREATE OR REPLACE FUNCTION deployments.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    was jsonb := to_jsonb(OLD);
    own text[] := '{published,revision,open_as,searched,withdrawn_on,withdrawn_because}';
    said text[] := '${said}';
    sourced boolean := coalesce(was ->> 'registered_by' = 'sources', was ->> 'claim_key' IS NOT NULL);
  BEGIN
    IF pg_has_role(current_user, 'candour_operator', 'MEMBER') OR sourced AND access.holds('ADMIN') THEN RETURN NULL; END IF;
    IF sourced AND to_jsonb(NEW) - '{published,revision,open_as}'::text[] IS DISTINCT FROM was - '{published,revision,open_as}'::text[]
      OR to_jsonb(NEW) - own - said IS DISTINCT FROM was - own - said
      OR OLD.withdrawn_on IS NOT NULL AND to_jsonb(NEW) - '{published,revision,open_as}'::text[] IS DISTINCT FROM was - '{published,revision,open_as}'::text[]
    THEN RAISE insufficient_privilege USING MESSAGE = 'what was said is not rewritten';
    END IF;
    RETURN NULL;
  END $$;
  `;
}
