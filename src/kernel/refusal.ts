/** One fault in what a person sent: where it is (a form field or JSON pointer segment path) and what to do about it. */
export interface Issue {
  readonly field: string;
  readonly text: string;
}

/**
 * The one family of answers that say no. A refusal is expected, reveals nothing beyond its sentence, and always
 * says what to do next; everything else that is thrown is a fault and is shown without detail.
 */
export abstract class Refusal extends Error {
  abstract readonly status: number;
  abstract readonly title: string;

  constructor(readonly detail: string) {
    super(detail);
    this.name = new.target.name;
  }
}

/** 401: nobody is signed in and the act needs a person. Pages send the visitor to sign in; the API asks for a token. */
export class SignInNeeded extends Refusal {
  readonly status = 401;
  readonly title = 'You need to sign in';

  constructor(detail = 'Sign in, or send a personal access token, and try again.') {
    super(detail);
  }
}

/** 403: the person may see that the act exists, but may not do it. */
export class NotPermitted extends Refusal {
  readonly status = 403;
  readonly title = 'You cannot do this';

  constructor(detail = 'Your role does not allow this. If you think it should, ask an administrator.') {
    super(detail);
  }
}

/** 404: the record does not exist, or this person may not know whether it does. The two always look the same. */
export class NotFound extends Refusal {
  readonly status = 404;
  readonly title = 'Page not found';

  constructor(detail = 'Check the address. If you followed a link, the record may not be open to you.') {
    super(detail);
  }
}

/** 409: the act is right but its turn is not now: an earlier step is missing, or somebody else saved first. */
export class OutOfTurn extends Refusal {
  readonly status = 409;
  readonly title: string = 'This cannot be done now';
}

/** 409: the record changed since the person opened it. What they typed is kept by the page that shows this. */
export class ChangedMeanwhile extends OutOfTurn {
  override readonly title = 'This record changed since you opened it';

  constructor() {
    super('Somebody saved a newer version. Read it, then make your change again.');
  }
}

/** 409: other words, or words about something else, under the token of what was sent before. Nothing of them was recorded. */
export class SentOtherwise extends OutOfTurn {
  override readonly title = 'This was sent before, and said something else';

  constructor() {
    super(
      'What was sent before stands, and nothing of this was recorded. If you mean this as well, send it again as something new.',
    );
  }
}

/** 422: what was sent cannot be stored as it is; every fault is listed with what to do. */
export class Unprocessable extends Refusal {
  readonly status = 422;
  readonly title = 'There is a problem';

  constructor(
    readonly issues: readonly Issue[],
    detail = 'Some answers need attention. Nothing you typed has been lost.',
  ) {
    super(detail);
  }
}

/** 429: too many attempts from one place; the person may try again later and is told when. */
export class TooMany extends Refusal {
  readonly status = 429;
  readonly title = 'Please wait and try again';

  constructor(
    readonly retryAfterSeconds: number,
    detail = 'Too many attempts were made in a short time. Wait a little, then try again.',
  ) {
    super(detail);
  }
}

/** 503: the service cannot do this now; nothing was half done. */
export class Unavailable extends Refusal {
  readonly status = 503;
  readonly title = 'The service is not available';
  /** When it is worth another try; whoever waits for a database needs no exact time. */
  readonly retryAfterSeconds: number = 30;

  constructor(detail = 'Try again in a few minutes. Nothing you sent was half saved.') {
    super(detail);
  }
}
