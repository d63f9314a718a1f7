/**
 * Installs the scanner on this device for places without a network. Not where the person saves data,
 * unless the site was put on the home screen: the decoder alone is a third of a megabyte.
 */
export async function installForOffline(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const isInstalled = matchMedia('(display-mode: standalone), (display-mode: minimal-ui)').matches;
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (connection?.saveData && !isInstalled) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
    // Passes through the worker, which caches the newest keys.
    await fetch('/.well-known/jwks.json');
  } catch {
    // A browser that stores nothing still reads stamps while there is a network.
  }
}
