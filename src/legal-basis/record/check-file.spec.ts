import { checkFile } from './check-file.js';
import { recordFileJsonSchema } from './record-file.js';

describe('checking a file of flows before it is judged', () => {
  it('accepts one flow, a list of flows, and flows with their register', () => {
    const flow = { id: 'f1', startDate: '2021-01-01' };
    expect(checkFile(flow)).toEqual({ usable: true, file: { flows: [flow] } });
    expect(checkFile([flow])).toEqual({ usable: true, file: { flows: [flow] } });
    expect(checkFile({ flows: [flow], register: { deployments: [] } })).toEqual({
      usable: true,
      file: { flows: [flow], register: { deployments: [] } },
    });
  });

  it('names the path and the reason of everything that is wrong', () => {
    const checked = checkFile({
      flows: [
        { startDate: '2021-02-30', frequency: 'OFTEN', assertions: [{ art66: '6_1_e', offenceData: 'yes' }] },
      ],
    });
    expect(checked).toEqual({
      usable: false,
      problems: [
        { path: 'flows[0].startDate', reason: 'Expected a day written YYYY-MM-DD, from 1900 to 2199.' },
        {
          path: 'flows[0].frequency',
          reason:
            'Expected one of: ONE_OFF_EMERGENCY, CASE_BY_CASE, PER_PANEL, STANDING, CONTINUOUS, NOT_KNOWN.',
        },
        { path: 'flows[0].assertions[0].offenceData', reason: 'Expected true or false.' },
        { path: 'flows[0].assertions[0].art66', reason: 'This name is not part of the record.' },
      ],
    });
  });

  it('counts from the start of a list when the file is a list', () => {
    expect(checkFile([{}, { sender: 'x' }])).toEqual({
      usable: false,
      problems: [{ path: '[1].sender', reason: 'This name is not part of the record.' }],
    });
  });

  it('refuses two flows of one id, whose results could not be told apart', () => {
    expect(checkFile({ flows: [{ id: 'a' }, {}, { id: 'b' }, { id: 'a' }, {}] })).toEqual({
      usable: false,
      problems: [
        {
          path: 'flows[3].id',
          reason: 'Flow 1 of the file has this id too. Give each flow an id of its own.',
        },
      ],
    });
  });

  it('says what a paragraph should look like', () => {
    expect(checkFile({ assertions: [{ sch1Paras: ['para 18'] }] })).toEqual({
      usable: false,
      problems: [
        {
          path: 'assertions[0].sch1Paras[0]',
          reason: 'Expected a paragraph written P<part>.<number>, for example P1.2.',
        },
      ],
    });
  });

  it.each([[null], ['text'], [7], [undefined]])('refuses a file that holds only %p', (json) => {
    expect(checkFile(json)).toMatchObject({ usable: false, problems: [{ path: '(the whole file)' }] });
  });

  it('publishes a JSON Schema that describes every field', () => {
    const schema = JSON.stringify(recordFileJsonSchema());
    expect(schema).toContain('"additionalProperties":false');
    expect(schema).toContain('The law that gives the task, duty or function');
    expect(schema).toContain('"S251":"Section 251 support (NHS Act 2006)"');
  });
});
