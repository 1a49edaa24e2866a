import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** A loopback port that nothing listens on: the wished-for one when it is free, else one the system picks. */
export async function freePort(wished: number | undefined): Promise<number> {
  if (wished !== undefined && (await tried(wished)) !== undefined) return wished;
  const picked = await tried(0);
  if (picked === undefined) throw new Error(`No free port on ${HOST}.`);
  return picked;
}

function tried(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' ? address?.port : undefined);
      });
    });
  });
}
