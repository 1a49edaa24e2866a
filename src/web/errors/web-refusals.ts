import { Refusal } from '../../kernel/refusal.js';

/** 400: what was sent could not be read at all. */
export class Unreadable extends Refusal {
  readonly status = 400;
  readonly title = 'We could not read what was sent';

  constructor(detail = 'Go back, reload the page and try again.') {
    super(detail);
  }
}

/** 403: the form's token is missing or too old, or the form was sent from another site. */
export class FormExpired extends Refusal {
  readonly status = 403;
  readonly title = 'This form was open for too long';

  constructor(
    detail = 'Nothing was saved. Check what you typed, shown below, and send it again. If it is not shown, go back to the form.',
  ) {
    super(detail);
  }
}

/** 413: more was sent than the service takes at once. */
export class TooLarge extends Refusal {
  readonly status = 413;
  readonly title = 'Too much was sent at once';

  constructor(
    detail = 'Nothing was saved. Use your browser’s Back button: what you typed should still be there. Make it shorter, or send fewer or smaller files, and try again.',
  ) {
    super(detail);
  }
}

/** 415: a kind of content that this address does not take. */
export class WrongKind extends Refusal {
  readonly status = 415;
  readonly title = 'This cannot be read here';

  constructor(detail = 'Send JSON to the API, or use the form on the page.') {
    super(detail);
  }
}
