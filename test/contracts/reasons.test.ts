import type { Form } from '../../src/web/form/form.js';
import { everyForm } from '../support/every-form.js';

/** Why, for a reason, or for a post; the agency that a post is of is none of them. */
const ASKS_WHY = /\b(why|reasons?|posts?)\b(?! of\?)/i;
const FEWEST = 50;

describe('Whoever is asked why, for a reason or for the post that answers, says something', () => {
  let asked: readonly { readonly form: Form; readonly name: string }[];

  beforeAll(async () => {
    const forms = [...(await everyForm()).values()];
    asked = forms.flatMap((form) =>
      form.drawn
        .filter(({ kind, wording: { label, called } }) => {
          return kind.endsWith('text') && ASKS_WHY.test(`${label} ${called ?? ''}`);
        })
        .map(({ name }) => ({ form, name })),
    );
  });

  it('finds the fields that ask for it', () => {
    expect(asked.length).toBeGreaterThanOrEqual(FEWEST);
  });

  it.each(['None', 'asdf', 'See letter', '2026', 'ѕее above', 'because because'])(
    '%j is no answer',
    (text) => {
      const taken = asked.filter(({ form, name }) => faultOf(form, name, text) === undefined);
      expect(taken.map(({ form, name }) => `${form.id}.${name}`)).toEqual([]);
    },
  );

  it('the words of the question are no answer either', () => {
    const taken = asked.filter(({ form, name }) => {
      const { wording } = form.field(name);
      return faultOf(form, name, wording.label) === undefined;
    });
    expect(taken.map(({ form, name }) => `${form.id}.${name}`)).toEqual([]);
  });

  it('and a short sentence is one', () => {
    const refused = asked.flatMap(({ form, name }) => {
      const fault = faultOf(form, name, 'The panel asked for it.');
      return fault?.includes('nothing') === true ? [`${form.id}.${name}`] : [];
    });
    expect(refused).toEqual([]);
  });
});

/** What the page says of this field, as it is typed there, and the program is told of it too. */
function faultOf(form: Form, name: string, text: string): string | undefined {
  const reading = form.read({ [name]: text });
  const told = form.schema.safeParse({ [name]: text }).error?.issues.find(({ path }) => path[0] === name);
  const fault = reading.ok ? undefined : reading.issues.find(({ field }) => field === name)?.text;
  return told === undefined ? undefined : fault;
}
