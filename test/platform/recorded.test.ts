import { Person } from '../../src/identity/people/person.entity.js';
import { Recorded, RecordedEntity, recordedClasses } from '../../src/platform/database/recorded.js';

describe('A class that is marked as recorded', () => {
  it('is refused when another class has its kind, because their events could not be told apart', () => {
    class Namesake extends RecordedEntity {}
    const before = recordedClasses();
    expect(before).toContain(Person);
    expect(() => {
      Recorded({ kind: 'person', log: 'staff', committed: [] })(Namesake);
    }).toThrow('Namesake and Person are both recorded as “person”. Each class needs a kind of its own.');
    expect(recordedClasses()).toEqual(before);
  });
});
