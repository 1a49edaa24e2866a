import { defineForm } from '../form/form.js';
import { passphrase } from '../form/kinds/passphrase.js';
import { longText, text } from '../form/kinds/text.js';
import { typedInVain } from './typed-in-vain.js';

const REPORT = defineForm({
  id: 'Report',
  fields: {
    evidence: longText({ label: 'What was done?', max: 100 }),
    post: text({ label: 'Which post?', max: 100 }),
    proof: passphrase({ label: 'Your passphrase', autocomplete: 'current-password' }),
  },
});
const SENT = { evidence: 'All of it', post: '', proof: 'a lamp beside the window' };
const again = { form: REPORT, answers: SENT, issues: [{ field: '', text: 'Somebody else was quicker.' }] };

describe('What was typed into a form whose turn is over', () => {
  it('is told where the page does not show it, but for secrets and for what was left empty', () => {
    const told = [{ name: 'evidence', label: 'What was done?', text: 'All of it' }];
    expect(typedInVain(again, '<main>Reported</main>')).toEqual(told);
    expect(typedInVain({ title: 'Two forms', ending: again }, '<main>Ended</main>')).toEqual(told);
  });

  it('is not told twice, nor when nothing was sent', () => {
    expect(typedInVain(again, '<textarea id="evidence" name="evidence">All of it</textarea>')).toEqual([]);
    expect(typedInVain({ ...again, issues: [] }, '<main>Reported</main>')).toEqual([]);
    expect(typedInVain({ title: 'No form' }, '<main></main>')).toEqual([]);
  });
});
