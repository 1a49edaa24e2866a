import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a meeting of reviewers is: that somebody asked for it and why, what was proposed and who took part, what each
 * reviewer whose score counts says to it, and that a second person who leads stands behind it. Nothing of it is changed.
 */
export class Meetings1764000000125 implements MigrationInterface {
  name = 'Meetings1764000000125';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE reviews.proposal_second, reviews.proposal_answer, reviews.score_proposal, reviews.meeting_request',
    );
  }
}

const TABLES = `
  CREATE TABLE reviews.meeting_request (
    id uuid CONSTRAINT "a request for a meeting has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a request for a meeting is never changed" CHECK (revision = 1),
    review_id uuid NOT NULL CONSTRAINT "a request for a meeting is about a review" REFERENCES reviews.review,
    criterion text NOT NULL,
    ground text NOT NULL CONSTRAINT "a meeting is asked for, or survivors or concerns contradict the scores"
      CHECK (ground IN ('asked', 'survivors', 'concerns')),
    reason text NOT NULL CONSTRAINT "a request for a meeting has a reason" CHECK (reason ~ '\\S'),
    asked_as text NOT NULL CONSTRAINT "a reviewer, who leads, or a user-led group asks for a meeting"
      CHECK (asked_as IN ('reviewer', 'lead', 'group')),
    assignment_id uuid CONSTRAINT "a reviewer asks under an assignment" CHECK ((asked_as = 'reviewer') = (assignment_id IS NOT NULL)),
    organisation_id uuid CONSTRAINT "a group asks for itself" REFERENCES organisations.organisation
      CONSTRAINT "only a group asks for an organisation" CHECK ((asked_as = 'group') = (organisation_id IS NOT NULL)),
    requested_by uuid NOT NULL CONSTRAINT "a meeting is asked for by a person" REFERENCES identity.person,
    requested_on date NOT NULL,
    CONSTRAINT "a group speaks for survivors" CHECK (asked_as <> 'group' OR ground = 'survivors'),
    CONSTRAINT "a reviewer asks in the review they are assigned to" FOREIGN KEY (assignment_id, review_id)
      REFERENCES reviews.assignment (id, review_id)
  );
  CREATE INDEX "requests for meetings in a review" ON reviews.meeting_request (review_id, criterion);

  CREATE TABLE reviews.score_proposal (
    id uuid CONSTRAINT "a proposed score has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a proposal is never changed, only followed" CHECK (revision = 1),
    review_id uuid NOT NULL CONSTRAINT "a proposal is about a review" REFERENCES reviews.review,
    criterion text NOT NULL,
    seq integer NOT NULL CONSTRAINT "proposals count from one" CHECK (seq > 0),
    score text NOT NULL CONSTRAINT "a proposed score is on the scale" CHECK (score IN ('3', '2', '1', '0', 'U', 'X', 'N')),
    grade text CONSTRAINT "a proposal grades the evidence A to E" CHECK (grade IN ('A', 'B', 'C', 'D', 'E')),
    reason text NOT NULL CONSTRAINT "a proposed score has a reason" CHECK (reason ~ '\\S'),
    took_part uuid[] NOT NULL,
    proposed_by uuid NOT NULL CONSTRAINT "a proposed score is a person's" REFERENCES identity.person,
    proposed_on date NOT NULL,
    confirm_by date NOT NULL CONSTRAINT "reviewers have at least five days to confirm" CHECK (confirm_by >= proposed_on + 5),
    reply_decision_id uuid CONSTRAINT "a decision on a reply leads to one proposal" UNIQUE,
    CONSTRAINT "somebody besides who leads took part in the meeting" CHECK (reply_decision_id IS NOT NULL OR cardinality(took_part) > 0),
    CONSTRAINT "nobody proposed for this criterion meanwhile" UNIQUE (review_id, criterion, seq),
    CONSTRAINT "a proposed number names its evidence" CHECK (score NOT IN ('3', '2', '1', '0') OR grade IS NOT NULL),
    CONSTRAINT "a proposal belongs to its criterion and its author" UNIQUE (id, review_id, criterion, proposed_by),
    CONSTRAINT "a proposal belongs to its criterion" UNIQUE (id, review_id, criterion),
    CONSTRAINT "a proposal follows a decision on its own criterion" FOREIGN KEY (reply_decision_id, review_id, criterion)
      REFERENCES reviews.reply_decision (id, review_id, criterion)
  );

  CREATE TABLE reviews.proposal_answer (
    id uuid CONSTRAINT "an answer to a proposal has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "an answer to a proposal is never changed" CHECK (revision = 1),
    proposal_id uuid NOT NULL,
    review_id uuid NOT NULL,
    criterion text NOT NULL,
    assignment_id uuid NOT NULL,
    stance text NOT NULL CONSTRAINT "a reviewer confirms or dissents" CHECK (stance IN ('confirm', 'dissent')),
    words text NOT NULL CONSTRAINT "who dissents says why" CHECK (stance = 'confirm' OR words ~ '\\S'),
    answered_on date NOT NULL,
    CONSTRAINT "a reviewer answers a proposal once" UNIQUE (proposal_id, assignment_id),
    CONSTRAINT "an answer is to a proposal" FOREIGN KEY (proposal_id, review_id, criterion)
      REFERENCES reviews.score_proposal (id, review_id, criterion),
    CONSTRAINT "an answer to a proposal belongs to an assignment" FOREIGN KEY (assignment_id, review_id)
      REFERENCES reviews.assignment (id, review_id)
  );
  CREATE INDEX "answers to proposals in a review" ON reviews.proposal_answer (review_id);

  CREATE TABLE reviews.proposal_second (
    id uuid CONSTRAINT "a seconding has one id" PRIMARY KEY,
    revision integer NOT NULL CONSTRAINT "a seconding is never changed" CHECK (revision = 1),
    proposal_id uuid NOT NULL CONSTRAINT "a proposal is seconded once" UNIQUE,
    review_id uuid NOT NULL,
    criterion text NOT NULL,
    proposed_by uuid NOT NULL,
    reason text NOT NULL CONSTRAINT "a seconding has a reason" CHECK (reason ~ '\\S'),
    seconded_by uuid NOT NULL CONSTRAINT "a proposal is seconded by a person" REFERENCES identity.person
      CONSTRAINT "nobody seconds their own proposal" CHECK (seconded_by <> proposed_by),
    seconded_on date NOT NULL,
    CONSTRAINT "a seconding is of a proposal" FOREIGN KEY (proposal_id, review_id, criterion, proposed_by)
      REFERENCES reviews.score_proposal (id, review_id, criterion, proposed_by)
  );
  CREATE INDEX "secondings in a review" ON reviews.proposal_second (review_id);

  CALL ledger.record_changes_of('reviews.meeting_request', 'meeting-request');
  CALL ledger.record_changes_of('reviews.score_proposal', 'score-proposal');
  CALL ledger.record_changes_of('reviews.proposal_answer', 'proposal-answer');
  CALL ledger.record_changes_of('reviews.proposal_second', 'proposal-second');
`;

const RIGHTS =
  ['meeting_request', 'score_proposal', 'proposal_answer', 'proposal_second']
    .map(
      (table) => `
  ALTER TABLE reviews.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  GRANT SELECT, INSERT ON reviews.${table} TO candour_member;
  GRANT SELECT ON reviews.${table} TO candour_operator, candour_definer;
  CREATE POLICY "the operator reads it" ON reviews.${table} FOR SELECT TO candour_operator USING (true);
  CREATE POLICY "functions of the database read it" ON reviews.${table} FOR SELECT TO candour_definer USING (true);
  CREATE POLICY "auditors and reviewers after the locks read it" ON reviews.${table} FOR SELECT TO candour_member USING (
    (SELECT access.holds('AUDITOR')) OR review_id IN (SELECT reviews.reviewed('compare')));
  CREATE POLICY "who may reply reads it" ON reviews.${table} FOR SELECT TO candour_member
    USING (review_id IN (SELECT reviews.replied_to()));
  CREATE POLICY "nobody barred touches it" ON reviews.${table} AS RESTRICTIVE FOR ALL TO candour_member
    USING (NOT review_id IN (SELECT access.engaged('barred')));
`,
    )
    .join('') +
  `
  CREATE POLICY "groups read their own" ON reviews.meeting_request FOR SELECT TO candour_member
    USING (organisation_id = ANY ((SELECT access.organisations_as('USER_GROUP_MEMBER'))::uuid[]));
  CREATE POLICY "reviewers, who leads, and groups ask for meetings" ON reviews.meeting_request FOR INSERT TO candour_member
    WITH CHECK (requested_by = (SELECT access.person()) AND (
      (asked_as = 'reviewer' AND assignment_id IN (SELECT reviews.reviewed('scoring'))
        AND review_id IN (SELECT reviews.reviewed('compare')))
      OR (asked_as = 'lead' AND review_id IN (SELECT reviews.led()))
      OR (asked_as = 'group' AND organisation_id = ANY ((SELECT access.organisations_as('USER_GROUP_MEMBER'))::uuid[]))));
  CREATE POLICY "who leads the review proposes" ON reviews.score_proposal FOR INSERT TO candour_member
    WITH CHECK (proposed_by = (SELECT access.person()) AND review_id IN (SELECT reviews.led()));
  CREATE POLICY "reviewers answer proposals" ON reviews.proposal_answer FOR INSERT TO candour_member
    WITH CHECK (assignment_id IN (SELECT reviews.reviewed('scoring')) AND review_id IN (SELECT reviews.reviewed('compare')));
  CREATE POLICY "who leads the review seconds" ON reviews.proposal_second FOR INSERT TO candour_member
    WITH CHECK (seconded_by = (SELECT access.person()) AND review_id IN (SELECT reviews.led()));
`;
