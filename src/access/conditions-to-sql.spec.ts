import { VISITOR } from '../identity/actor.js';
import { EngagedRecords, NO_RECORDS } from '../identity/engagements.js';
import { Membership } from '../identity/people/membership.entity.js';
import { abilityFrom } from './ability.js';
import { conditionsToSql } from './conditions-to-sql.js';
import type { Policy } from './policy.js';

describe('What a policy allows, as SQL', () => {
  const place = { alias: 'l', after: 2 };
  const sqlOf = (policy: Policy) =>
    conditionsToSql(abilityFrom([policy], VISITOR), 'read', Membership, place);

  it('is no row at all when nothing is allowed', () => {
    expect(sqlOf(() => undefined)).toEqual({ text: 'FALSE', values: [] });
  });

  it('numbers its placeholders after those of the query', () => {
    expect(sqlOf((_, { allow }) => allow('read', Membership, { personId: 'a' }))).toEqual({
      text: 'l.person_id = $3',
      values: ['a'],
    });
  });

  it('asks for membership, and an empty list holds no row', () => {
    expect(sqlOf((_, { allow }) => allow('read', Membership, { personId: ['a', 'b'] }))).toMatchObject({
      text: 'l.person_id = ANY ($3)',
    });
    expect(sqlOf((_, { allow }) => allow('read', Membership, { personId: [] })).text).toContain('FALSE');
  });

  it('looks up what a person takes part in, and carries no list of it', () => {
    const led = new EngagedRecords('a', 'led', new Set(['x', 'y']));
    const sql = sqlOf((_, { allow }) => allow('read', Membership, { organisationId: led }));
    expect(sql.text).toMatch(
      /^l\.organisation_id IN \(SELECT engaged\.record_id FROM access\.engagement engaged\s/,
    );
    expect(sql.values).toEqual(['a', 'led']);
    expect(sqlOf((_, { allow }) => allow('read', Membership, { id: NO_RECORDS }))).toEqual({
      text: 'FALSE',
      values: [],
    });
  });

  it('keeps what is forbidden forbidden, whatever else is allowed', () => {
    const sql = sqlOf((_, { allow, forbid }) => {
      forbid('read', Membership, { role: 'ADMIN' });
      allow('read', Membership, { endedOn: null });
    });
    expect(sql.text).toContain('IS NOT TRUE');
    expect(sql.text).toContain('l.ended_on IS NULL');
  });

  it('refuses a property that the kind does not have', () => {
    expect(() =>
      sqlOf((_, { allow }) => allow<object & { colour?: string }>('read', Membership, { colour: 'red' })),
    ).toThrow('Membership has no property colour.');
  });
});
