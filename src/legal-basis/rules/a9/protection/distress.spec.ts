import { describesDistress } from './distress.js';

describe('A text about what a person did', () => {
  it.each([
    'Repeated suicidal statements',
    'Self-harm in public',
    'self harm',
    'self injury',
    'Self-neglect',
    'Took an overdose',
    'A ligature was found',
    'Calling for help at night',
    'She calls 999 every week',
    'Phoned the police',
    '12 999 calls in a month',
    'Seeks help repeatedly',
    'asking for help',
    'Contacts the police when distressed',
    'Misuse of emergency services',
    'misusing 999',
    'calls to the crisis line',
    'Ended her own life',
    'taking his life',
    'Cutting herself',
    'threatened to hurt themselves',
    'Attends A&E often',
    'attending the emergency department',
    'Frequent attendance at the emergency department',
    'A frequent caller',
    'Says that she wants to die',
    'Wasting police time',
    'nuisance calls',
    'Jumping from a bridge',
    'Was in crisis',
    'Panic attack, then an overdose',
    'Self-directed violence and self-harm',
    'Violence against herself, in crisis',
  ])('describes distress: %s', (text) => {
    expect(describesDistress(text)).toBe(true);
  });

  it.each([
    'Assault of a nurse during self-harm',
    'Threats to kill, in crisis',
    'Arson while suicidal',
    'criminal damage after an overdose',
    'burglary, overdose',
    'theft and self-harm',
    'robbery, in crisis',
    'Harassment by nuisance calls',
    'stalking and overdose',
    'rape, in crisis',
    'sexual offence, in crisis',
    'offensive weapon, self-harm',
    'wounding, in crisis',
    'grievous harm, in crisis',
    'kidnap, in crisis',
    'fraud, in crisis',
    'supply of drugs, overdose',
    'domestic abuse, in crisis',
    'coercive control, in crisis',
    'murder, suicide',
    'manslaughter, suicide',
    'affray, in crisis',
    'terrorism, in crisis',
    'trafficking, in crisis',
    'cruelty, in crisis',
    'attacked a neighbour, in crisis',
    'violence towards staff, in crisis',
    'Threatened staff, in crisis',
    'threatening her neighbour, in crisis',
  ])('does not where somebody else was harmed: %s', (text) => {
    expect(describesDistress(text)).toBe(false);
  });

  it.each(['', 'Obstructing a highway', 'Shouting in the street', 'A crisis of trust'])(
    'does not where it says nothing of the kind: %s',
    (text) => {
      expect(describesDistress(text)).toBe(false);
    },
  );
});
