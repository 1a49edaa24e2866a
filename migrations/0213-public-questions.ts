import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Public questions about a halt whose day has passed. Anyone adds one and reads none that waits; people who act for no
 * organisation put it up or say why not, without a hand in its words; the trust and whoever ordered the halt answer beside it.
 * No column holds a time finer than a day, an address or a contact.
 */
export class PublicQuestions1764000000213 implements MigrationInterface {
  name = 'PublicQuestions1764000000213';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GUARDS);
    await runner.query(SHOWN);
    await runner.query(RIGHTS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA public_questions CASCADE');
  }
}

const TABLES = `
  CREATE SCHEMA public_questions;
  GRANT USAGE ON SCHEMA public_questions TO candour_public, candour_member, candour_receipt, candour_gate, candour_operator,
    candour_definer;

  CREATE TABLE public_questions.question (
    id uuid CONSTRAINT "a question is asked once" PRIMARY KEY,
    revision integer NOT NULL,
    reference text NOT NULL CONSTRAINT "a reference belongs to one question" UNIQUE,
    verifier text NOT NULL,
    deployment_id uuid NOT NULL,
    halt_id uuid NOT NULL CONSTRAINT "a question is about a halt" REFERENCES deployments.halt (id),
    ordered_as text NOT NULL CONSTRAINT "a halt is ordered by somebody who may" CHECK (ordered_as IN ('TRUST', 'COMMISSIONER',
      'NHS_ENGLAND', 'REVIEWER')),
    words text CONSTRAINT "a question says something" CHECK (words ~ '\\S'),
    asked_on date NOT NULL,
    held boolean NOT NULL,
    outcome text CONSTRAINT "a question is put up, or not for a reason of the list" CHECK (outcome IN ('PUT_UP', 'NAMES_PERSON',
      'PERSONAL_CARE', 'REPEATS', 'NOT_ABOUT_HALT', 'ABUSE')),
    repeats_id uuid CONSTRAINT "a question that is repeated is there" REFERENCES public_questions.question (id),
    to_asker text CONSTRAINT "whoever asked is told something" CHECK (to_asker ~ '\\S'),
    read_on date CONSTRAINT "a question is read after it was asked" CHECK (read_on >= asked_on),
    erased_on date,
    erased_because text CONSTRAINT "words are erased for a reason of the list" CHECK (erased_because IN ('NAMES_PERSON',
      'PERSONAL_CARE', 'COURT', 'NOT_PUT_UP')),
    CONSTRAINT "a question has its words until they are erased" CHECK ((words IS NULL) = (erased_on IS NOT NULL)
      AND (erased_on IS NULL) = (erased_because IS NULL) AND (erased_on IS NULL OR erased_on >= read_on)),
    CONSTRAINT "what became of a question has a day" CHECK ((outcome IS NULL) = (read_on IS NULL)),
    CONSTRAINT "a question that repeats names the one that stands" CHECK ((outcome IS NOT DISTINCT FROM 'REPEATS') = (repeats_id IS NOT NULL)),
    CONSTRAINT "whoever asked is told why it was not put up" CHECK ((to_asker IS NOT NULL) = coalesce(outcome <> 'PUT_UP', false)),
    CONSTRAINT "what was put up is erased only for what it says" CHECK (erased_because IS NULL
      OR (outcome = 'PUT_UP') = (erased_because <> 'NOT_PUT_UP'))
  );
  CREATE INDEX "questions about a halt" ON public_questions.question (halt_id, outcome);

  CREATE TABLE public_questions.answer (
    id uuid CONSTRAINT "an answer is given once" PRIMARY KEY,
    revision integer NOT NULL,
    question_id uuid NOT NULL CONSTRAINT "an answer is to a question" REFERENCES public_questions.question (id),
    given_as text NOT NULL CONSTRAINT "an answer is given by the trust or by whoever ordered the halt"
      CHECK (given_as IN ('TRUST', 'COMMISSIONER', 'NHS_ENGLAND', 'REVIEWER')),
    organisation_id uuid CONSTRAINT "an answer names a registered body" REFERENCES organisations.organisation (id),
    review_id uuid CONSTRAINT "an answer names a review that there is" REFERENCES reviews.review (id),
    words text NOT NULL CONSTRAINT "an answer says something" CHECK (words ~ '\\S'),
    answered_on date NOT NULL,
    CONSTRAINT "an answer names the body or the review for which it is given" CHECK (
      (organisation_id IS NULL) = (given_as = 'REVIEWER') AND (review_id IS NOT NULL) = (given_as = 'REVIEWER')),
    CONSTRAINT "each answers a question once a day" UNIQUE (question_id, given_as, answered_on)
  );

  CALL ledger.record_changes_of('public_questions.question', 'public-question');
  CALL ledger.record_changes_of('public_questions.answer', 'public-answer');
`;

const GUARDS = `
  CREATE PROCEDURE public_questions.refuse(sentence text) LANGUAGE plpgsql SET search_path = ''
    AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = sentence, ERRCODE = 'check_violation', CONSTRAINT = sentence; END $$;

  -- Whoever acts for an organisation, of any kind, moderates nothing.
  CREATE FUNCTION public_questions.acts_for_nobody() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SET search_path = '' AS $$
    SELECT NOT EXISTS (SELECT FROM unnest(string_to_array(access.setting('memberships'), ',')) AS held
      WHERE split_part(held, '@', 2) <> '') $$;

  -- Whether a question about a halt that was ordered so is read by this person: a lead reviewer reads none about an order of lead reviewers.
  CREATE FUNCTION public_questions.moderates() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE SET search_path = '' AS $$
    SELECT CASE WHEN NOT public_questions.acts_for_nobody() THEN '{}'
      WHEN access.holds('LEAD_REVIEWER') THEN '{TRUST,COMMISSIONER,NHS_ENGLAND}'
      WHEN access.holds('ADMIN') THEN '{TRUST,COMMISSIONER,NHS_ENGLAND,REVIEWER}' ELSE '{}' END::text[] $$;

  CREATE FUNCTION public_questions.stands_on_its_halt() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM deployments.halt h WHERE h.id = NEW.halt_id AND h.deployment_id = NEW.deployment_id
        AND h.published AND h.effective_on < NEW.asked_on)
      THEN CALL public_questions.refuse('a question is about a halt whose day has passed'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a question is about a halt whose day has passed" BEFORE INSERT ON public_questions.question
    FOR EACH ROW EXECUTE FUNCTION public_questions.stands_on_its_halt();

  -- Who reads a question has no hand in its words, and reads it once; words are taken away whole, and only after that.
  CREATE FUNCTION public_questions.stays_as_asked() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF NEW.words IS NOT NULL AND NEW.words IS DISTINCT FROM OLD.words OR OLD.words IS NULL AND NEW.words IS NOT NULL
      THEN CALL public_questions.refuse('nobody changes what somebody asked'); END IF;
      IF OLD.outcome IS NOT NULL AND (NEW.outcome, NEW.repeats_id, NEW.to_asker, NEW.read_on)
        IS DISTINCT FROM (OLD.outcome, OLD.repeats_id, OLD.to_asker, OLD.read_on)
      THEN CALL public_questions.refuse('what became of a question stands'); END IF;
      IF NEW.repeats_id IS NOT NULL AND NEW.repeats_id IS DISTINCT FROM OLD.repeats_id AND NOT EXISTS (SELECT FROM public_questions.put_up() p
        WHERE p.id = NEW.repeats_id AND p.halt_id = NEW.halt_id AND p.id <> NEW.id AND p.erased_on IS NULL)
      THEN CALL public_questions.refuse('a question repeats one that everybody reads, about the same halt'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a question stays as it was asked" BEFORE UPDATE ON public_questions.question
    FOR EACH ROW EXECUTE FUNCTION public_questions.stays_as_asked();
`;

const DEFINER = "SECURITY DEFINER SET search_path = '' SET row_security = on";

const SHOWN = `
  -- What everybody reads: questions that were put up, without the day on which they were asked.
  CREATE FUNCTION public_questions.put_up() RETURNS TABLE (id uuid, deployment_id uuid, halt_id uuid, ordered_as text, outcome text, words text,
    read_on date, erased_on date, erased_because text) LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT q.id, q.deployment_id, q.halt_id, q.ordered_as, q.outcome, q.words, q.read_on, q.erased_on, q.erased_because
    FROM public_questions.question q WHERE q.outcome = 'PUT_UP' $$;

  -- What everybody reads of the rest, about each halt: how many were not put up, by reason; and how many that were asked before a day wait.
  CREATE FUNCTION public_questions.tally(asked_before date) RETURNS TABLE (halt_id uuid, outcome text, questions integer, since date)
    LANGUAGE sql STABLE ${DEFINER} AS $$
    SELECT q.halt_id, coalesce(q.outcome, 'WAITS'), count(*)::integer, CASE WHEN q.outcome IS NULL THEN min(q.asked_on) END
    FROM public_questions.question q
    WHERE q.outcome <> 'PUT_UP' OR q.outcome IS NULL AND q.asked_on < asked_before GROUP BY q.halt_id, q.outcome $$;
  REVOKE EXECUTE ON FUNCTION public_questions.put_up, public_questions.tally FROM PUBLIC;

  CREATE FUNCTION public_questions.is_theirs_to_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM public_questions.put_up() q JOIN deployments.deployment d ON d.id = q.deployment_id
        WHERE q.id = NEW.question_id AND q.read_on <= NEW.answered_on
          AND NEW.given_as = 'TRUST' AND NEW.organisation_id = d.lead_organisation_id)
      THEN CALL public_questions.refuse('only the trust of the scheme and whoever ordered the halt answer a question that was put up'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "an answer is theirs to give" BEFORE INSERT ON public_questions.answer
    FOR EACH ROW EXECUTE FUNCTION public_questions.is_theirs_to_answer();
`;

const MODERATES = 'ordered_as = ANY ((SELECT public_questions.moderates())::text[])';

const RIGHTS = `
  GRANT EXECUTE ON FUNCTION public_questions.put_up, public_questions.tally
    TO candour_public, candour_member, candour_receipt, candour_operator;

  ALTER TABLE public_questions.question ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT INSERT ON public_questions.question TO candour_public;
  GRANT SELECT ON public_questions.question TO candour_member, candour_operator, candour_definer;
  GRANT UPDATE (revision, outcome, repeats_id, to_asker, read_on, words, erased_on, erased_because)
    ON public_questions.question TO candour_member, candour_operator;
  GRANT SELECT (reference, verifier, halt_id, deployment_id, id, asked_on, outcome, repeats_id, to_asker, read_on, erased_on)
    ON public_questions.question TO candour_gate;
  CREATE POLICY "anyone asks" ON public_questions.question FOR INSERT TO candour_public
    WITH CHECK (outcome IS NULL AND erased_on IS NULL);
  CREATE POLICY "who moderates outside every organisation, and auditors, read" ON public_questions.question FOR SELECT TO candour_member
    USING (${MODERATES} OR (SELECT access.holds('AUDITOR')));
  CREATE POLICY "who moderates outside every organisation says what becomes of it" ON public_questions.question FOR UPDATE
    TO candour_member USING (${MODERATES});
  CREATE POLICY "the gate checks receipts" ON public_questions.question FOR SELECT TO candour_gate USING (true);
  CREATE POLICY "functions of the database read it" ON public_questions.question FOR SELECT TO candour_definer USING (true);
  CREATE POLICY "the operator reads and erases" ON public_questions.question FOR ALL TO candour_operator USING (true);

  ALTER TABLE public_questions.answer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT ON public_questions.answer TO candour_public, candour_member, candour_receipt, candour_operator;
  GRANT INSERT ON public_questions.answer TO candour_member;
  CREATE POLICY "everyone reads answers" ON public_questions.answer FOR SELECT USING (true);
  CREATE POLICY "a submitter answers for the trust" ON public_questions.answer FOR INSERT TO candour_member
    WITH CHECK (given_as = 'TRUST' AND organisation_id = ANY ((SELECT access.organisations_as('TRUST_SUBMITTER'))::uuid[]));
`;
