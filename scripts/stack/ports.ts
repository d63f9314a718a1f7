import { createServer } from 'node:net';

/** How many ports above the wished one are tried before any free one is taken. */
const neighbours = 50;

/**
 * A port nobody listens on: the wished one, else the next free one above, else any.
 * @param host the address that will be listened on; undefined for all of them
 */
export async function freePort(wished: number, host?: string): Promise<number> {
  const last = Math.min(wished + neighbours, 65_535);
  for (let port = wished; port <= last; port += 1) {
    if ((await tryPort(port, host)) !== null) return port;
  }
  return anyPort(host);
}

/** A port the system chooses. */
export async function anyPort(host?: string): Promise<number> {
  const port = await tryPort(0, host);
  if (port === null) throw new Error('This machine gives out no free port; close some programs and retry.');
  return port;
}

function tryPort(port: number, host?: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = address !== null && typeof address === 'object' ? address.port : null;
      server.close(() => resolve(taken));
    });
  });
}
