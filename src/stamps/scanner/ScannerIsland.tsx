import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { scanner as en } from '../../i18n/en/scanner.ts';
import type { Lang } from '../../i18n/lang.ts';
import { scanner as vi } from '../../i18n/vi/scanner.ts';
import { Answer } from './Answer.tsx';
import { Camera } from './Camera.tsx';
import { installForOffline } from './install-offline.ts';
import type { OfflineVerdict } from './offline-verify.ts';
import type { Outcome } from './outcome.ts';
import { qrReader } from './qr-reader.ts';
import { choose } from './reading.ts';
import type { Choice, ScannerContext, Reading } from './reading.ts';
import { typedReading } from './typed.ts';
import { useQueue } from './use-queue.ts';
import { WaitingList } from './WaitingList.tsx';

interface Props {
  lang: Lang;
  /** Hosts that are this site beside the one the page was opened at: those printed on stamps. */
  ownHosts: readonly string[];
  /** Titles of the stamp page's verdicts, by their names. */
  verdicts: Readonly<Record<string, string>>;
  /** What the server answered with this page: its path and the code typed into the form. */
  served: { path: string; typed: string };
  /** Name of the form's field for a typed code. */
  field: string;
}

type Activity = 'none' | 'camera' | 'photo';

/**
 * Reads stamps: by camera, from a photo, and as a copy on the device where there is no network.
 * Pictures stay on the device. An address is opened only when it is this site's.
 */
export default function ScannerIsland({ lang, ownHosts, verdicts, served, field }: Props) {
  const messages = lang === 'en' ? en : vi;
  const [isAlive, setAlive] = useState(false);
  const [isOnline, setOnline] = useState(true);
  const [activity, setActivity] = useState<Activity>('none');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const scanButton = useRef<HTMLButtonElement>(null);
  const waiting = useQueue();

  const context = (): ScannerContext => ({ hosts: [location.host, ...ownHosts], lang });

  function finish(next: Outcome | null): void {
    setActivity('none');
    setOutcome(next);
    // The button that had the keyboard is gone with the camera.
    requestAnimationFrame(() => scanButton.current?.focus({ preventScroll: true }));
  }

  async function follow(reading: Reading): Promise<void> {
    if (reading.kind !== 'ours') return finish(reading);
    navigator.vibrate?.(60);
    if (!navigator.onLine) return checkOffline(reading.path);
    finish({ kind: 'opening', path: reading.path });
    // Beginning with one slash, it cannot leave this site; see readingOf.
    location.assign(reading.path);
  }

  async function decide(choice: Choice): Promise<void> {
    return choice.kind === 'one' ? follow(choice.reading) : finish(choice);
  }

  async function checkOffline(path: string): Promise<void> {
    try {
      const { cachedKeys, verifyOffline } = await import('./offline-verify.ts');
      const verdict = verifyOffline(location.origin + path, await cachedKeys());
      if ('code' in verdict && verdict.kind !== 'forged') enqueue(path, verdict);
      finish({ kind: 'offline', verdict });
    } catch {
      finish({ kind: 'no-reader' });
    }
  }

  function enqueue(
    path: string,
    verdict: Exclude<OfflineVerdict, { kind: 'no-code' | 'page' | 'forged' }>,
  ): void {
    const known = verdict.kind === 'signed' && !verdict.cutOff ? 'signature' : 'nothing';
    waiting.add({ path, code: verdict.code, readAt: new Date().toISOString(), known });
  }

  async function typedOffline(text: string): Promise<void> {
    const typed = typedReading(text, context());
    if (typed.kind === 'address') return follow(typed.reading);
    if ('path' in typed) {
      const { path, code } = typed;
      waiting.add({ path, code, readAt: new Date().toISOString(), known: 'nothing' });
    }
    finish({ kind: 'typed', typed });
  }

  async function photoChosen(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const input = event.currentTarget;
    const photo = input.files?.[0];
    if (!photo) return;
    setActivity('photo');
    setOutcome(null);
    const reader = await qrReader().catch(() => null);
    const read = reader
      ? await reader.fromPhoto(photo)
      : { ok: false as const, reason: 'no-reader' as const };
    // The same file chosen again is a new question.
    input.value = '';
    if (read.ok) return decide(choose(read.texts, context()));
    finish({ kind: read.reason === 'no-reader' ? 'no-reader' : 'not-picture' });
  }

  // The functions of this render, for events that outlive it.
  const now = useRef({ checkOffline, typedOffline, ask: waiting.ask });
  now.current = { checkOffline, typedOffline, ask: waiting.ask };

  useEffect(() => {
    const input = document.querySelector<HTMLInputElement>(`input[name="${field}"]`);
    const notice = () => {
      setOnline(navigator.onLine);
      if (navigator.onLine) void now.current.ask();
    };
    const submit = (event: Event) => {
      if (navigator.onLine) return;
      event.preventDefault();
      void now.current.typedOffline(input?.value ?? '');
    };
    const back = (event: PageTransitionEvent) => event.persisted && setOutcome(null);

    setAlive(true);
    notice();
    void installForOffline();
    window.addEventListener('online', notice);
    window.addEventListener('offline', notice);
    window.addEventListener('pageshow', back);
    input?.form?.addEventListener('submit', submit);

    // Another address than the server answered: this is the copy on the device.
    const { pathname, search } = location;
    const typed = new URLSearchParams(search).get(field) ?? '';
    if (pathname !== served.path) void now.current.checkOffline(pathname + search);
    else if (typed !== '' && served.typed === '') void now.current.typedOffline(typed);
    return () => {
      window.removeEventListener('online', notice);
      window.removeEventListener('offline', notice);
      window.removeEventListener('pageshow', back);
      input?.form?.removeEventListener('submit', submit);
    };
  }, [field, served.path, served.typed]);

  return (
    <div className="scanner">
      {!isOnline && <p className="notice">{messages.offline.banner}</p>}
      <div role="status" className="scanner-result">
        {activity === 'photo' && <p>{messages.readingPhoto}</p>}
        {outcome && <Answer outcome={outcome} messages={messages} lang={lang} />}
      </div>
      {activity === 'camera' ? (
        <Camera
          messages={messages}
          onTexts={(texts) => void decide(choose(texts, context()))}
          onTrouble={(trouble) =>
            finish(trouble === 'no-reader' ? { kind: 'no-reader' } : { kind: 'camera', reason: trouble })
          }
          onStop={() => finish(null)}
        />
      ) : (
        <div role="group" aria-label={messages.label}>
          <p className="scanner-actions">
            <button
              className="button"
              type="button"
              ref={scanButton}
              disabled={!isAlive}
              onClick={() => {
                setOutcome(null);
                setActivity('camera');
              }}
            >
              {outcome ? messages.next : messages.camera}
            </button>
            <label className="button button-line scanner-photo">
              {messages.photo}
              <input
                type="file"
                accept="image/*"
                disabled={!isAlive}
                onChange={(event) => void photoChosen(event)}
              />
            </label>
          </p>
          <p className="hint">{messages.local}</p>
        </div>
      )}
      <WaitingList waiting={waiting} messages={messages} lang={lang} verdicts={verdicts} />
    </div>
  );
}
