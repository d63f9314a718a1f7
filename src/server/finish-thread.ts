/** A thread of finish-threads.ts: finishes one file after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { fileFinisher, type FileKind, type FinishedFile, type PageRules } from './finish-file.ts';

export interface FinishTask {
  id: number;
  content: Uint8Array;
  kind: FileKind;
  copies: string;
}

export type FinishAnswer = { id: number } & ({ file: FinishedFile } | { error: unknown });

const finish = fileFinisher(workerData as PageRules);
const answer = (message: FinishAnswer) => parentPort?.postMessage(message);
parentPort?.on('message', ({ id, content, kind, copies }: FinishTask) => {
  finish(content, kind, copies).then(
    (file) => answer({ id, file }),
    (error: unknown) => answer({ id, error }),
  );
});
