import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever outside the trust ordered a halt answers what is asked about it, and nobody asks about one that was lifted or that
 * somebody outside the trust found in effect. What the trust finds of itself closes no question.
 */
export class OrdersAnswerForThemselves1764000000214 implements MigrationInterface {
  name = 'OrdersAnswerForThemselves1764000000214';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOSED);
    await runner.query(
      asked(` AND h.effective_on < NEW.asked_on AND coalesce(h.outside, 'TRUST') = NEW.ordered_as`, REFUSED),
    );
    await runner.query(answered(OR_WHO_ORDERED));
    await runner.query(`
      CREATE POLICY "whoever ordered the halt answers" ON public_questions.answer FOR INSERT TO candour_member
        WITH CHECK ((given_as IN ('COMMISSIONER', 'NHS_ENGLAND')
            AND organisation_id = ANY ((SELECT access.organisations_as('COMMISSIONER'))::uuid[]))
          OR (given_as = 'REVIEWER' AND review_id IN (SELECT * FROM reviews.led() AS mine)))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY "whoever ordered the halt answers" ON public_questions.answer');
    await runner.query(asked(' AND h.effective_on < NEW.asked_on', ''));
    await runner.query(answered(''));
    await runner.query('DROP FUNCTION public_questions.is_closed');
  }
}

const CLOSED = `
  CREATE FUNCTION public_questions.is_closed(of_halt uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = '' AS $$
    BEGIN RETURN EXISTS (SELECT FROM deployments.halt_step s WHERE s.halt_id = of_halt AND s.kind = 'lifted')
      OR coalesce((SELECT s.finding = 'in-effect' FROM deployments.halt_step s WHERE s.halt_id = of_halt AND s.kind = 'checked'
        AND s.side <> 'TRUST' AND s.finding <> 'cannot-tell' ORDER BY s.seq DESC LIMIT 1), false); END $$`;

const REFUSED = `
      IF public_questions.is_closed(NEW.halt_id)
      THEN CALL public_questions.refuse('the halt was lifted, or somebody outside the trust found it in effect'); END IF;`;

const OR_WHO_ORDERED = `
          OR NEW.given_as = h.outside AND NEW.given_as IN ('COMMISSIONER', 'NHS_ENGLAND') AND NEW.organisation_id = h.organisation_id
          OR NEW.given_as = h.outside AND NEW.given_as = 'REVIEWER' AND NEW.review_id = h.review_id`;

function asked(condition: string, then: string): string {
  return `CREATE OR REPLACE FUNCTION public_questions.stands_on_its_halt() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM deployments.halt h WHERE h.id = NEW.halt_id AND h.deployment_id = NEW.deployment_id
        AND h.published${condition})
      THEN CALL public_questions.refuse('a question is about a halt whose day has passed'); END IF;${then}
      RETURN NEW;
    END $$`;
}

function answered(also: string): string {
  return `CREATE OR REPLACE FUNCTION public_questions.is_theirs_to_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM public_questions.put_up() q JOIN deployments.deployment d ON d.id = q.deployment_id
          JOIN deployments.halt h ON h.id = q.halt_id
        WHERE q.id = NEW.question_id AND q.read_on <= NEW.answered_on
          AND (NEW.given_as = 'TRUST' AND NEW.organisation_id = d.lead_organisation_id${also}))
      THEN CALL public_questions.refuse('only the trust of the scheme and whoever ordered the halt answer a question that was put up'); END IF;
      RETURN NEW;
    END $$`;
}
