import type { ActInWords } from './handlers-act.js';

/** Each act in words: its heading, its button, who can see what afterwards, and that it was done. */
export const ACT_WORDS = {
  triage: {
    title: 'Note what it is about',
    button: 'Save',
    after: 'After this, nobody else sees more. The themes go out only with a release.',
    done: 'The themes were saved',
  },
  admit: {
    title: 'Take it into the queue',
    button: 'Take it in',
    after: 'After this, it stands in the queue like any other. The person sees no difference.',
    done: 'It is in the queue',
  },
  link: {
    title: 'Link it',
    button: 'Link',
    after: 'After this, the person sees what it was linked to. The trust does not learn of it.',
    done: 'It was linked',
  },
  unlink: {
    title: 'Take a link back',
    button: 'Take it back',
    after:
      'After this, no summary can be released there. A summary that was released already stays open to those the person agreed to.',
    done: 'The link was taken back',
  },
  message: {
    title: 'Write to the person',
    button: 'Send',
    after: 'After this, the person can read it with their receipt.',
    done: 'The message was sent',
  },
  answer: {
    title: 'Answer the person',
    button: 'Send the answer',
    after: 'After this, the person can read it with their receipt, and the concern counts as answered.',
    done: 'The answer was sent',
  },
  release: {
    title: 'Release a summary',
    button: 'Release',
    after:
      'After this, the trust and the reviewers of the scheme can see the themes, the month and the summary, each only ' +
      'as far as the person has agreed. The person sees what you wrote.',
    done: 'The summary was released',
  },
  close: {
    title: 'Finish the work on it',
    button: 'Finish',
    after: 'After this, the person sees that we have finished. A message of theirs opens it again.',
    done: 'It was closed',
  },
} as const satisfies Record<string, ActInWords>;
