import { foldVietnamese } from '@ocop/rules/vietnamese/vietnamese';

/** Who sends goods and from where, in the reader's language. */
export interface Sender {
  /** Tells senders apart; '' where the producer is not known. */
  id: string;
  name: string;
  /** 'Bắc Ninh', or 'Phú Yên cũ – nay Đắk Lắk'; '' where the record does not say. */
  place: string;
}

/** The lines of one sender, in the order they came. */
export interface Sending<T> {
  sender: Sender;
  lines: T[];
}

/** Puts lines together by who sends them; senders stand in the order of their first line. */
export function bySender<T extends { sender: Sender }>(lines: readonly T[]): Sending<T>[] {
  const sendings = new Map<string, Sending<T>>();
  for (const line of lines) {
    const known = sendings.get(line.sender.id);
    if (known) known.lines.push(line);
    else sendings.set(line.sender.id, { sender: line.sender, lines: [line] });
  }
  return [...sendings.values()];
}

/**
 * The former province that an address on paper names, where it is one that went into the province of
 * today; null where the paper says nothing else than today's name.
 * @param printed the address as the producer's papers have it, its last part the province
 * @param former names of the provinces that today's took in on 1/7/2025
 */
export function formerProvinceIn(printed: string | null, former: readonly string[]): string | null {
  const last = bare(printed?.split(',').at(-1) ?? '');
  return former.find((name) => bare(name) === last) ?? null;
}

function bare(name: string): string {
  return foldVietnamese(name)
    .replace(/^\s*(?:tinh|thanh pho|tp\.?)\s+/, '')
    .replace(/[^a-z]/g, '');
}
