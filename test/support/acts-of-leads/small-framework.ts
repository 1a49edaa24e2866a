/** The criteria of a framework of twelve, by what failing each means: as many as agreement needs, and few enough to be quick. */
export const SMALL_FRAMEWORK: Readonly<Record<string, string>> = {
  'SIM-POL-01': 'RED_LINE',
  'SIM-POL-02': 'KNOCK_OUT',
  'SIM-POL-03': 'ORDINARY',
  'SIM-POL-04': 'ORDINARY',
  'SIM-RGT-01': 'STATUTORY',
  'SIM-RGT-02': 'ORDINARY',
  'SIM-RGT-03': 'ORDINARY',
  'SIM-RGT-04': 'ORDINARY',
  'SIM-GOV-01': 'ORDINARY',
  'SIM-GOV-02': 'ORDINARY',
  'SIM-GOV-03': 'ORDINARY',
  'SIM-GOV-04': 'ORDINARY',
};

/** The name under which the small framework is published. */
export const SMALL_FRAMEWORK_ID = 'acts-2026-11';

/** The small framework as a file to publish. JSON is YAML, too. */
export function smallFrameworkFile(): { readonly name: string; readonly bytes: Buffer } {
  const inForce = { inForceTo: null, supersededBy: null, confidence: 'A', inForceFrom: '2014-01-01' };
  const edition = {
    ...{ id: SMALL_FRAMEWORK_ID, version: 1, title: 'A framework of twelve criteria', asAt: '2026-11-21' },
    source: { title: 'Made up for a test', file: 'none.json', sha256: 'ab'.repeat(32) },
    confidence: { A: 'seen in a stored source', B: 'verify before display' },
    domains: ['POL', 'RGT', 'GOV'].map((code) => ({ code, name: `Domain ${code}` })),
    elements: [{ number: 1, text: 'What must be eradicated.' }],
    letterConcerns: [{ code: 'L1', text: 'A concern.' }],
    guidelines: [
      { key: 'LETTER', title: 'A letter', owner: 'Example', kind: 'letter', note: '', ...inForce },
      { key: 'LAW', title: 'A law', owner: 'Example', kind: 'law', note: '', ...inForce },
    ],
    criteria: Object.entries(SMALL_FRAMEWORK).map(([id, gravity]) => criterion(id, gravity)),
  };
  return { name: 'small.yaml', bytes: Buffer.from(JSON.stringify(edition)) };
}

function criterion(id: string, gravity: string): object {
  const stops = gravity === 'RED_LINE' || gravity === 'KNOCK_OUT';
  return {
    ...{ id, domain: id.slice(4, 7), requirement: `What ${id} requires`, derivation: 'direct' },
    ...{ appliesFrom: '2015-01-01', appliesTo: null, letterConcerns: ['L1'], evidenceExpected: 'A record' },
    knockOut: stops ? { from: '2015-01-01', element: gravity === 'RED_LINE' ? 1 : null } : null,
    sources: [{ guideline: gravity === 'STATUTORY' ? 'LAW' : 'LETTER', ref: null, confidence: 'A' }],
  };
}
