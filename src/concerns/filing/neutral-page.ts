import { Page, type PageOptions } from '../../web/answer/page.js';

/**
 * A page for people who file: the quick way out on it, nothing in the tab that says what it is about, and kept by no
 * browser or proxy.
 */
export function neutralPage(
  view: string,
  model: Readonly<Record<string, unknown>>,
  options: PageOptions = {},
): Page {
  const { step } = model;
  const tabTitle =
    typeof step === 'number' ? `Your answers, step ${step}` : `Your answers: ${String(model['title'])}`;
  return new Page(
    `concerns/filing/views/${view}.njk`,
    { neutral: true, exit: true, tabTitle, ...model },
    options,
  );
}

/** What is shown where answers were, once they are deleted or given back. */
export function expiredPage(): Page {
  return neutralPage('expired', { title: 'Your answers are no longer here' }, { status: 410 });
}
