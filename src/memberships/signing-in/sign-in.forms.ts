import { readWrittenCode } from '../../identity/proofs/written-code.js';
import { defineForm } from '../../web/form/form.js';
import { email } from '../../web/form/kinds/email.js';
import { passphrase } from '../../web/form/kinds/passphrase.js';
import { text } from '../../web/form/kinds/text.js';

/** Something known: whose account, and their passphrase. */
export const GivePassphrase = defineForm({
  id: 'GivePassphrase',
  fields: {
    email: email({ label: 'Email address', autocomplete: 'username' }),
    passphrase: passphrase({ label: 'Passphrase', autocomplete: 'current-password' }),
  },
});

/** Something held: what the code generator shows, or a recovery code. */
export const GiveCode = defineForm({
  id: 'GiveCode',
  fields: {
    code: text({
      label: 'Code',
      hint: 'The 6 digits that your code generator shows now, or one of your recovery codes.',
      autocomplete: 'one-time-code',
      spellcheck: false,
      width: 20,
      max: 40,
      check: (typed) =>
        /^\d{6}$/.test(typed.replace(/\s/g, '')) || readWrittenCode(typed) !== null
          ? undefined
          : 'Enter the 6 digits of your code generator, or a recovery code of 16 letters and digits',
    }),
  },
});

/** How an invited person chooses their passphrase. */
export const Join = defineForm({
  id: 'Join',
  fields: {
    email: email({
      label: 'Email address',
      hint: 'The one you were invited with.',
      autocomplete: 'username',
    }),
    code: text({
      label: 'Joining code',
      hint: '16 letters and digits, like AB12-CD34-EF56-GH78. It works for 7 days.',
      autocomplete: 'off',
      spellcheck: false,
      width: 20,
      max: 40,
      check: (typed) =>
        readWrittenCode(typed) === null ? 'Check the joining code: it has 16 letters and digits' : undefined,
    }),
    passphrase: passphrase({
      label: 'New passphrase',
      hint: 'At least 15 characters. Three or four unrelated words are easy to remember. You may paste it from a password manager.',
      autocomplete: 'new-password',
    }),
  },
});
