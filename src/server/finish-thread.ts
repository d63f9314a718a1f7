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
parentPort?.on('message', ({ id, content, kind, copies }: FinishTask) => {
  parentPort?.postMessage(answerTo(id, () => finish(content, kind, copies)));
});

function answerTo(id: number, work: () => FinishedFile): FinishAnswer {
  try {
    return { id, file: work() };
  } catch (error) {
    return { id, error };
  }
}
