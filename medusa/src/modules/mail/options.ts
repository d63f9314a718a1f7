/** A mail server that takes messages. */
export interface SmtpOptions {
  host: string;
  port: number;
  /** `starttls`: begins in the clear and must become secret before anything is said. */
  security: 'starttls' | 'tls' | 'none';
  user: string | null;
  password: string | null;
}

export interface MailOptions {
  channels: string[];
  from: { name: string; address: string };
  /** Null: messages are written into `folder` and nobody is sent them. */
  smtp: SmtpOptions | null;
  folder: string;
}
