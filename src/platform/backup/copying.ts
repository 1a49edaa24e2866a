import { Readable } from 'node:stream';
import type { Client, Connection } from 'pg';

declare module 'pg' {
  /** What the driver can do and its types do not say: the sending half of COPY. */
  interface Connection {
    sendCopyFromChunk(chunk: Buffer): void;
    endCopyFrom(): void;
    sendCopyFail(message: string): void;
  }
}

/** What `COPY … TO STDOUT` sends, as it comes: when the reader is slow, the connection waits. */
export function copyOut(client: Client, statement: string): Readable {
  const reading = new CopyOut(statement);
  client.query(reading);
  return reading.rows;
}

/** Sends to `COPY … FROM STDIN`; when the server is slow, the source waits. Returns how many rows there are now. */
export async function copyIn(
  client: Client,
  statement: string,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  const writing = new CopyIn(statement, source);
  client.query(writing);
  return writing.done;
}

/** The driver calls these by names of its own. */
class CopyOut {
  readonly rows: Readable;
  private connection: Connection | null = null;

  constructor(private readonly statement: string) {
    this.rows = new Readable({ read: () => this.connection?.stream.resume() });
  }

  readonly submit = (connection: Connection): void => {
    this.connection = connection;
    connection.query(this.statement);
  };

  readonly handleCopyData = ({ chunk }: { readonly chunk: Buffer }): void => {
    if (!this.rows.push(Buffer.from(chunk))) this.connection?.stream.pause();
  };

  readonly handleCommandComplete = (): void => {
    this.connection?.stream.resume();
  };

  readonly handleReadyForQuery = (): void => {
    this.rows.push(null);
  };

  readonly handleError = (fault: Error): void => {
    this.rows.destroy(fault);
  };
}

/** The driver calls these by names of its own. */
class CopyIn {
  readonly done: Promise<number>;
  private settle: (rows: number) => void = () => undefined;
  private fail: (fault: unknown) => void = () => undefined;
  private rows = 0;

  constructor(
    private readonly statement: string,
    private readonly source: AsyncIterable<Buffer>,
  ) {
    this.done = new Promise((resolve, reject) => {
      this.settle = resolve;
      this.fail = reject;
    });
  }

  readonly submit = (connection: Connection): void => {
    connection.query(this.statement);
  };

  readonly handleCopyInResponse = (connection: Connection): void => {
    this.send(connection).catch((fault: unknown) => {
      this.fail(fault);
      connection.sendCopyFail('The source of the rows failed.');
    });
  };

  readonly handleCommandComplete = ({ text }: { readonly text: string }): void => {
    this.rows = Number(/\d+$/.exec(text)?.[0] ?? 0);
  };

  readonly handleReadyForQuery = (): void => {
    this.settle(this.rows);
  };

  readonly handleError = (fault: Error): void => {
    this.fail(fault);
  };

  private async send(connection: Connection): Promise<void> {
    for await (const chunk of this.source) {
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain)
        await new Promise<void>((resolve) => connection.stream.once('drain', resolve));
    }
    connection.endCopyFrom();
  }
}
