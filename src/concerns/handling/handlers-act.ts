import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { Page } from '../../web/answer/page.js';
import type { Redirect } from '../../web/answer/redirect.js';
import type { Fields, Form, ValuesOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';

/** An act in the words that the handler reads before and after it. */
export interface ActInWords {
  readonly title: string;
  readonly button: string;
  /** Who can see what afterwards. */
  readonly after: string;
  readonly done: string;
}

/** What follows when a form was sent. */
export interface Outcomes {
  readonly again: (asked: object) => Page;
  readonly done: () => Redirect;
}

/** One thing a handler does with a concern, on a page of its own. */
export interface HandlersAct extends ActInWords {
  /** The questions, for the page. */
  ask(actor: Actor, id: Uuid): Promise<object>;
  /** Reads what was sent and does it, or shows the page again. */
  send(actor: Actor, id: Uuid, body: unknown, outcomes: Outcomes): Promise<Page | Redirect>;
}

/** Makes an act of a form and what is done with its answers. */
export function handlersAct<F extends Fields>(
  words: ActInWords,
  form: (actor: Actor, id: Uuid) => Form<F> | Promise<Form<F>>,
  perform: (actor: Actor, id: Uuid, values: ValuesOf<F>) => Promise<unknown>,
): HandlersAct {
  return {
    ...words,
    ask: async (actor, id) => (await form(actor, id)).asked(),
    send: async (actor, id, body, { again, done }) =>
      submit(await form(actor, id), body, {
        act: async (values) => {
          await perform(actor, id, values);
          return done();
        },
        again,
      }),
  };
}
