/** Makes a chosen photo smaller in the browser, before a weak line has to carry it. */

/** Longest side, pixels, and quality: what the server makes of a photo anyway (photo.server.ts). */
const SIDE = 1_600;
const QUALITY = 0.85;

/** Smaller files are sent as they are. */
const SHRUNK_FROM_BYTES = 400 * 1024;

/**
 * From now on replaces what is chosen in the field by a smaller JPEG, upright and without what the phone
 * wrote beside the picture. Whatever goes wrong, the file that was chosen is sent.
 * @param field id of the file field
 */
export function shrinkChosenPhoto(field: string): void {
  const input = document.querySelector<HTMLInputElement>(`input[type=file]#${field}`);
  const form = input?.form;
  if (!input || !form) return;
  let latest: Promise<void> = Promise.resolve();
  let isBusy = false;
  input.addEventListener('change', () => {
    const chosen = input.files?.[0];
    if (!chosen || chosen.size < SHRUNK_FROM_BYTES) return;
    isBusy = true;
    latest = shrunk(chosen)
      .then((smaller) => {
        // Another file may have been chosen meanwhile.
        if (smaller && input.files?.[0] === chosen) put(input, smaller);
      })
      .catch(() => undefined)
      .finally(() => {
        isBusy = false;
      });
  });
  form.addEventListener('submit', (event) => {
    if (!isBusy) return;
    event.preventDefault();
    const { submitter } = event;
    void latest.then(() => form.requestSubmit(submitter));
  });
}

/** The photo as a smaller JPEG; null where it would not be smaller. */
export async function shrunk(photo: File): Promise<File | null> {
  // The default anywhere but in Safari before 17: turned as the phone was held.
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' });
  try {
    const { width, height } = fitting(picture, SIDE);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (!context) return null;
    // JPEG knows no transparency, and black would hide dark letters.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(picture, 0, 0, width, height);
    const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (jpeg?.type !== 'image/jpeg' || jpeg.size >= photo.size) return null;
    return new File([jpeg], 'photo.jpg', { type: 'image/jpeg', lastModified: photo.lastModified });
  } finally {
    picture.close();
  }
}

/** The size of a picture whose longest side is no longer than `side`; never larger than it was. */
export function fitting(
  { width, height }: { width: number; height: number },
  side: number,
): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function put(input: HTMLInputElement, file: File): void {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
}
