import { useEffect, useRef, useState } from 'react';
import type { scanner } from '../../i18n/vi/scanner.ts';
import { openCamera } from './camera.ts';
import type { Camera as OpenCamera, CameraTrouble } from './camera.ts';
import { qrReader } from './qr-reader.ts';

interface Props {
  messages: typeof scanner;
  /** Every QR code of the first picture that held one. */
  onTexts(texts: string[]): void;
  onTrouble(trouble: CameraTrouble | 'no-reader'): void;
  onStop(): void;
}

/** Between two looks the phone rests as long as a look took, and at least this, milliseconds. */
const REST_MS = 60;

/** The camera's picture, looked at until it shows a QR code. Gives the camera back when taken away or hidden. */
export function Camera({ messages, onTexts, onTrouble, onStop }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  const [camera, setCamera] = useState<OpenCamera | null>(null);
  const [isLit, setLit] = useState(false);

  // One camera for the life of this component: whatever the parent renders meanwhile changes nothing.
  const events = useRef({ onTexts, onTrouble, onStop });
  events.current = { onTexts, onTrouble, onStop };

  useEffect(() => {
    let open: OpenCamera | null = null;
    let isOver = false;
    const end = () => {
      isOver = true;
      open?.close();
    };
    const hide = () => {
      if (document.visibilityState === 'hidden') events.current.onStop();
    };

    async function look(): Promise<void> {
      const [opened, reader] = await Promise.all([openCamera(), qrReader().catch(() => null)]);
      if (opened.ok) open = opened.camera;
      if (isOver) return end();
      if (!opened.ok) return events.current.onTrouble(opened.reason);
      const screen = video.current;
      if (!reader || !screen) return events.current.onTrouble('no-reader');
      setCamera(opened.camera);
      screen.srcObject = opened.camera.stream;
      await screen.play().catch(() => undefined);
      while (!isOver) {
        const began = performance.now();
        const texts = await reader.fromVideo(screen);
        if (isOver) return;
        if (texts.length > 0) return events.current.onTexts(texts);
        const restMs = Math.max(REST_MS, performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, restMs));
      }
    }

    stop.current?.focus({ preventScroll: true });
    frame.current?.scrollIntoView({ block: 'start' });
    document.addEventListener('visibilitychange', hide);
    look().catch(() => !isOver && events.current.onTrouble('failed'));
    return () => {
      document.removeEventListener('visibilitychange', hide);
      end();
    };
  }, []);

  async function switchTorch(): Promise<void> {
    if (camera && (await camera.setTorch(!isLit))) setLit(!isLit);
  }

  return (
    <div className="scanner-camera" ref={frame}>
      <div className="scanner-window">
        <video ref={video} muted playsInline aria-label={messages.viewfinder} />
      </div>
      <p role="status">{camera ? messages.aim : messages.starting}</p>
      <p className="scanner-actions">
        <button className="button button-line" type="button" ref={stop} onClick={onStop}>
          {messages.stop}
        </button>
        {camera?.hasTorch && (
          <button className="button button-line" type="button" onClick={() => void switchTorch()}>
            {isLit ? messages.torchOff : messages.torch}
          </button>
        )}
      </p>
    </div>
  );
}
