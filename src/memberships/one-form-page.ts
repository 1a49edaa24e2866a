import { Page } from '../web/answer/page.js';

/** A page that asks one form and nothing else. */
export interface OneForm {
  readonly title: string;
  readonly action: string;
  readonly button: string;
  readonly back: { readonly href: string; readonly text: string };
  /** Sentences before the form. */
  readonly intro?: readonly string[];
  /** What sending it changes, and for whom. */
  readonly consequence?: string;
}

/** The page that asks this form, empty or as it was typed. */
export function oneFormPage(shown: OneForm, asked: object): Page {
  return new Page('memberships/views/one-form.njk', { ...shown, ...asked });
}
