import { once } from 'node:events';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real mail server on this machine that keeps what it is sent. */
export interface MailServer {
  /** What arrived for this address, in the order in which it came. */
  mailTo(address: string): ParsedMail[];
  close(): Promise<void>;
}

/**
 * Listens until closed.
 * @param refuses whether an address is refused for good (550)
 */
export async function startMailServer(
  port: number,
  refuses: (address: string) => boolean = () => false,
): Promise<MailServer> {
  const arrived: { to: string[]; mail: ParsedMail }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const error = Object.assign(new Error(`<${address}> is unknown here`), { responseCode: 550 });
      done(refuses(address) ? error : null);
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream).then(
        (mail) => {
          arrived.push({ to, mail });
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    mailTo: (address) => arrived.filter(({ to }) => to.includes(address)).map(({ mail }) => mail),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
