import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever holds a post in the trust is not outside its scheme, whatever else they hold: they neither order, check nor lift
 * for another body, nor answer for one. And what a trust takes back of who pays takes no right away: a body that it ever
 * named in public as commissioner or funder may order its scheme to halt.
 */
export class OutsideIsOutside1764000000223 implements MigrationInterface {
  name = 'OutsideIsOutside1764000000223';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OF_THE_TRUST);
    await runner.query(mayHalt(NOT_OF_THE_TRUST, EVER_SAID));
    await runner.query(`
      REVOKE UPDATE (outcome, repeats_id, to_asker, read_on) ON public_questions.question FROM candour_operator;
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(mayHalt('', SAID_NOW));
    await runner.query(`
      GRANT UPDATE (outcome, repeats_id, to_asker, read_on) ON public_questions.question TO candour_operator;
      DROP TRIGGER "nobody of the trust is outside it" ON deployments.halt_step;
      DROP TRIGGER "nobody of the trust answers for another" ON public_questions.answer;
      DROP FUNCTION deployments.steps_from_outside_are, public_questions.answers_from_outside_are, deployments.is_of_the_trust;
      CALL access.hand_to_definer();
    `);
  }
}

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";
const TRUST = "('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')";

const OF_THE_TRUST = `
  -- Whether this person holds a post in the trust of the scheme, or in one that it was or became.
  CREATE FUNCTION deployments.is_of_the_trust(of_deployment uuid) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT EXISTS (SELECT FROM deployments.deployment d, reviews.kin_of(d.lead_organisation_id) AS k
      WHERE d.id = of_deployment AND k = ANY ((access.organisations_as${TRUST})::uuid[])) $$;
  REVOKE EXECUTE ON FUNCTION deployments.is_of_the_trust FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION deployments.is_of_the_trust TO candour_member;

  CREATE FUNCTION deployments.steps_from_outside_are() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF deployments.is_of_the_trust(NEW.deployment_id) THEN
        CALL reviews.refuse('whoever holds a post in the trust neither checks nor lifts from outside it'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "nobody of the trust is outside it" BEFORE INSERT ON deployments.halt_step
    FOR EACH ROW WHEN (NEW.side <> 'TRUST') EXECUTE FUNCTION deployments.steps_from_outside_are();

  CREATE FUNCTION public_questions.answers_from_outside_are() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF EXISTS (SELECT FROM public_questions.put_up() q WHERE q.id = NEW.question_id AND deployments.is_of_the_trust(q.deployment_id)) THEN
        CALL public_questions.refuse('whoever holds a post in the trust does not answer for another body'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "nobody of the trust answers for another" BEFORE INSERT ON public_questions.answer
    FOR EACH ROW WHEN (NEW.given_as <> 'TRUST') EXECUTE FUNCTION public_questions.answers_from_outside_are();
`;

const NOT_OF_THE_TRUST = 'WHEN deployments.is_of_the_trust(d.id) THEN NULL';
const SAID_NOW = `EXISTS (SELECT FROM deployments.deployment_agency a WHERE a.deployment_id = d.id AND a.organisation_id = o.id
          AND a.part IN ('COMMISSIONER', 'FUNDER') AND a.withdrawn_on IS NULL)`;
const EVER_SAID = `EXISTS (SELECT FROM succession.feature f WHERE f.deployment_id = d.id AND f.published
          AND f.subject_kind = 'deployment-agency' AND f.sort = 'FUNDER' AND f.value = o.id::text)`;

function mayHalt(first: string, commissions: string): string {
  return `CREATE OR REPLACE FUNCTION deployments.may_halt(of_deployment uuid, of_organisation uuid) RETURNS text
    LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT CASE ${first}
        WHEN d.lead_organisation_id IS NOT NULL AND o.id IN (SELECT * FROM reviews.kin_of(d.lead_organisation_id)) THEN NULL
        WHEN o.type IN ('NHSE_NATIONAL', 'NHSE_REGION') THEN 'NHS_ENGLAND'
        WHEN ${commissions} THEN 'COMMISSIONER' END
      FROM deployments.deployment d, organisations.organisation o
      WHERE d.id = of_deployment AND o.id = of_organisation AND d.published $$`;
}
