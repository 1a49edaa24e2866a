import { defineForm } from '../../web/form/form.js';
import { passphrase } from '../../web/form/kinds/passphrase.js';
import { text } from '../../web/form/kinds/text.js';

const code = text({
  label: 'Code',
  hint: 'The 6 digits that your code generator shows now.',
  autocomplete: 'one-time-code',
  spellcheck: false,
  width: 10,
  max: 20,
  check: (typed) =>
    /^\d{6}$/.test(typed.replace(/\s/g, '')) ? undefined : 'Enter the 6 digits of your code generator',
});

/** The first code of a new code generator: it shows that the phone has it. */
export const ShowGeneratorWorks = defineForm({ id: 'ShowGeneratorWorks', fields: { code } });

/** The first code of a code generator that takes the place of another. */
export const ReplaceGenerator = defineForm({
  id: 'ReplaceGenerator',
  fields: { code, passphrase: passphrase({ label: 'Your passphrase', autocomplete: 'current-password' }) },
});
