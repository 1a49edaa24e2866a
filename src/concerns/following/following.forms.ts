import { defineForm } from '../../web/form/form.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText, text } from '../../web/form/kinds/text.js';

/** What a person types to come back. */
export const ShowReceipt = defineForm({
  id: 'ShowReceipt',
  fields: {
    reference: text({
      label: 'Reference',
      called: 'The reference',
      hint: 'For example, CND-7K2M-XQ4T',
      autocomplete: 'off',
      spellcheck: false,
      width: 20,
    }),
    secret: text({
      label: 'Code',
      called: 'The code',
      hint: 'Capital or small letters and spaces do not matter.',
      autocomplete: 'off',
      spellcheck: false,
    }),
  },
});

/** A message of the person whose concern it is. */
export const WriteMessage = defineForm({
  id: 'WriteMessage',
  fields: {
    text: longText({ label: 'Your message', max: 20_000 }),
    once: once(),
  },
});

/** The person takes their concern back. */
export const Withdraw = defineForm({ id: 'Withdraw', fields: {} });
