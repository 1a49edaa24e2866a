/** One request that was answered: by the pattern of its route, never by its address. */
export interface SeenRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** One run of a job. */
export interface SeenJob {
  readonly kind: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly seconds: number;
}

/** Is told of every request and job, and passes it on to where operators look. */
export interface Observer {
  request(seen: SeenRequest): void;
  job(seen: SeenJob): void;
  close(): Promise<void>;
}
