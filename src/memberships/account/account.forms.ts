import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { number } from '../../web/form/kinds/number.js';
import { passphrase } from '../../web/form/kinds/passphrase.js';
import { text } from '../../web/form/kinds/text.js';

/** A new passphrase in place of the present one. */
export const ChangePassphrase = defineForm({
  id: 'ChangePassphrase',
  fields: {
    present: passphrase({ label: 'Your passphrase now', autocomplete: 'current-password' }),
    next: passphrase({
      label: 'New passphrase',
      hint: 'At least 15 characters. Three or four unrelated words are easy to remember. You may paste it from a password manager.',
      autocomplete: 'new-password',
    }),
  },
});

/** The passphrase once more, before something that matters. */
export const ProveAgain = defineForm({
  id: 'ProveAgain',
  fields: { passphrase: passphrase({ label: 'Your passphrase', autocomplete: 'current-password' }) },
});

/** A new access token for programs. */
export const MakeToken = defineForm({
  id: 'MakeToken',
  fields: {
    name: text({ label: 'Name', hint: 'What will use it, so that you know it again.', max: 80 }),
    days: number({ label: 'Days it works', called: 'Days', min: 1, max: 365, hint: 'From 1 to 365.' }),
    scope: radios({
      label: 'What may it do?',
      choices: [
        { value: 'read', label: 'Read what you may read' },
        { value: 'write', label: 'Read and change what you may' },
      ],
    }),
  },
});
