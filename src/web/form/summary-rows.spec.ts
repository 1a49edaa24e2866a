import { defineForm } from './form.js';
import { checkboxes } from './kinds/choices.js';
import { number } from './kinds/number.js';
import { partialDate } from './kinds/partial-date.js';
import { passphrase } from './kinds/passphrase.js';
import { longText } from './kinds/text.js';
import { version } from './kinds/hidden.js';
import { yesNo } from './kinds/yes-no.js';
import { summaryRows } from './summary-rows.js';

const Everything = defineForm({
  id: 'Everything',
  fields: {
    story: longText({ label: 'What happened?', optional: true }),
    themes: checkboxes({ label: 'Themes', choices: [{ value: 'care', label: 'Refusal of care' }] }),
    began: partialDate({ label: 'When did it begin?' }),
    share: yesNo({ label: 'May the trust read this?', no: 'No, not the trust' }),
    cost: number({ label: 'Cost', prefix: '£' }),
    secret: passphrase({ label: 'Passphrase', autocomplete: 'new-password' }),
    version: version(),
  },
});

describe('checking answers before they are sent', () => {
  it('tells each answer in the words of its question, and nothing that is hidden or secret', () => {
    const rows = summaryRows(
      Everything,
      { themes: ['care'], began: '2018-09', share: false, cost: 1204, secret: 'never', version: 2 },
      (name) => `/change/${name}`,
    );
    expect(rows).toEqual([
      { key: 'What happened?', values: [], change: '/change/story' },
      { key: 'Themes', values: ['Refusal of care'], change: '/change/themes' },
      { key: 'When did it begin?', values: ['September 2018'], change: '/change/began' },
      { key: 'May the trust read this?', values: ['No, not the trust'], change: '/change/share' },
      { key: 'Cost', values: ['£1,204'], change: '/change/cost' },
    ]);
  });

  it('says that somebody was not sure in their own words', () => {
    expect(summaryRows(Everything, { began: 'not-sure' })[2]?.values).toEqual(['I am not sure']);
  });
});
