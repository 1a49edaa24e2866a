import { mustSaySomething } from '../../web/form/must-say-something.js';
import { defineForm } from '../../web/form/form.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { postText, reasonText } from '../../web/form/kinds/reason.js';

/** A signed answer that there is no such scheme. */
export const SignNilReturn = defineForm({
  id: 'SignNilReturn',
  fields: {
    names: longText({
      label: 'Which names did you search for?',
      called: 'The names you searched for',
      hint: 'One name on each line. Search for what schemes do as well as for what they are called.',
      max: 4000,
      check: mustSaySomething,
    }),
    places: longText({
      label: 'Where did you search?',
      called: 'Where you searched',
      hint: 'The teams and registers you looked at, one on each line, such as the contract register or board papers.',
      max: 4000,
      check: mustSaySomething,
    }),
    searchedBy: text({
      label: 'Who searched?',
      called: 'Who searched',
      hint: 'The post, not the name of a person.',
      max: 160,
      check: mustSaySomething,
    }),
    notSchemes: reasonText({
      label: 'Why is each of your schemes in the register no such scheme?',
      called: 'Why each scheme is none',
      hint: 'Leave this empty where the register has none of yours. One scheme on each line: the last part of its address, a comma, and why.',
      max: 8000,
      optional: true,
    }),
  },
});

/** What a group says against a nil return. */
export const ChallengeNilReturn = defineForm({
  id: 'ChallengeNilReturn',
  fields: {
    statement: longText({
      label: 'What speaks against this return?',
      called: 'What speaks against it',
      hint: 'Everyone can read this. Leave out whatever could tell who somebody is.',
      max: 4000,
      check: mustSaySomething,
    }),
  },
});

/** Why a nil return counts no more. */
export const SetNilReturnAside = defineForm({
  id: 'SetNilReturnAside',
  fields: {
    reason: reasonText({
      label: 'Why is it set aside?',
      called: 'The reason',
      max: 4000,
      rows: 5,
      check: mustSaySomething,
    }),
    post: postText({
      label: 'Which post answers for this?',
      hint: 'A post, such as “Director of the review programme”, and not a person’s name.',
      called: 'The post',
      max: 200,
      check: mustSaySomething,
    }),
  },
});
