import { defineForm } from '../form.js';
import { code } from './code.js';
import { email } from './email.js';
import { passphrase } from './passphrase.js';

const Receipt = defineForm({
  id: 'Receipt',
  fields: { receipt: code({ label: 'Receipt', alphabet: 'crockford', length: 16 }) },
});

describe('a typed code', () => {
  it.each([
    'ABCD-EFGH-JKMN-PQR1',
    ' abcd efgh jkmn pqri ',
    'ABCDEFGHJKMNPQRl',
    'ABCD\u2013EFGH\u2013JKMN\u2013PQR1',
  ])('forgives spaces, dashes, case and look-alikes: %p', (typed) => {
    expect(Receipt.read({ receipt: typed })).toMatchObject({ values: { receipt: 'ABCDEFGHJKMNPQR1' } });
    expect(Receipt.schema.safeParse({ receipt: typed }).data).toEqual({ receipt: 'ABCDEFGHJKMNPQR1' });
  });

  it.each(['ABCD', 'ABCDEFGHJKMNPQR1X', 'ABCDEFGHJKMNPQRU', '????'])(
    'says how the code looks instead of %p',
    (typed) => {
      expect(Receipt.read({ receipt: typed })).toMatchObject({
        ok: false,
        answers: { receipt: typed },
        issues: [{ text: 'Check the code: it has 16 letters and digits, like AB12 CD34 EF56 GH78' }],
      });
    },
  );
});

describe('an email address', () => {
  const Contact = defineForm({ id: 'Contact', fields: { email: email({ label: 'Email address' }) } });

  it('is taken without the blanks around it', () => {
    expect(Contact.read({ email: ' a.b+c@example.org ' })).toMatchObject({
      values: { email: 'a.b+c@example.org' },
    });
  });

  it.each(['a', 'a@b', 'a@b..c', 'a b@example.org', 'a@b.org\nBcc: c@d.org', '@example.org'])(
    'is not %p',
    (typed) => {
      expect(Contact.read({ email: typed }).ok).toBe(false);
    },
  );
});

describe('a passphrase', () => {
  it('is never shown again', () => {
    const SignIn = defineForm({
      id: 'SignIn',
      fields: {
        email: email({ label: 'Email address' }),
        passphrase: passphrase({ label: 'Passphrase', autocomplete: 'current-password' }),
      },
    });
    const reading = SignIn.read({ email: 'nonsense', passphrase: 'correct horse battery' });
    expect(reading).toMatchObject({ ok: false, issues: [{ field: 'email' }] });
    expect(JSON.stringify(reading.answers)).not.toContain('horse');
  });
});
