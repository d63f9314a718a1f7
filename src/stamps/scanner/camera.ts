/** The phone's camera, opened only after a tap. */

/** Why there is no picture. `insecure`: browsers give the camera to https pages only. */
export type CameraTrouble = 'refused' | 'absent' | 'busy' | 'insecure' | 'unsupported' | 'failed';

export type OpenedCamera = { ok: true; camera: Camera } | { ok: false; reason: CameraTrouble };

export interface Camera {
  stream: MediaStream;
  /** Whether the lamp beside the lens can be switched. */
  hasTorch: boolean;
  /** Switches the lamp; false when the phone would not. */
  setTorch(on: boolean): Promise<boolean>;
  /** Gives the camera back. May be called twice. */
  close(): void;
}

/** Asks for the camera at the back, at a size that shows every module of a small stamp. */
export async function openCamera(): Promise<OpenedCamera> {
  if (!window.isSecureContext) return { ok: false, reason: 'insecure' };
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) return { ok: false, reason: 'unsupported' };
  try {
    const stream = await devices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    return { ok: true, camera: cameraOf(stream) };
  } catch (error) {
    return { ok: false, reason: troubleOf(error instanceof DOMException ? error.name : '') };
  }
}

/** The names getUserMedia fails with (Media Capture and Streams, 10.3). */
export function troubleOf(name: string): CameraTrouble {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'absent';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'failed';
}

function cameraOf(stream: MediaStream): Camera {
  const [track] = stream.getVideoTracks();
  // The lamp is in Image Capture (W3C), which TypeScript does not know.
  const capabilities = track?.getCapabilities?.() as { torch?: boolean } | undefined;
  return {
    stream,
    hasTorch: capabilities?.torch === true,
    async setTorch(on) {
      try {
        await track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
        return true;
      } catch {
        return false;
      }
    },
    close: () => stream.getTracks().forEach((one) => one.stop()),
  };
}
