/**
 * How React's pages are rendered on the server: to a string, not to its stream of bytes. React 18 (react-dom
 * 18.3.1, writeStringChunk) hands its view of 2,048 bytes on whole where a letter of several bytes does not
 * fit its end, zero bytes included.
 */
export const reactOptions = { experimentalDisableStreaming: true };
