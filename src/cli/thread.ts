import { Worker } from 'node:worker_threads';

/** The program on a thread of its own, which answers what it is asked in turn. */
export interface Thread {
  readonly ask: (question: unknown) => Promise<unknown>;
  readonly end: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Room for what a thread leaves lying about. A letter needs little; without a limit the engine lets rubbish grow before it
 * looks for any.
 */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/** Starts a program on a thread, with a task that is copied to it. Once it has failed, so does every question. */
export function startThread(program: string, task: unknown): Thread {
  const worker = new Worker(program, { workerData: task, resourceLimits: LIMITS });
  const waiting: Waiting[] = [];
  let failed: Error | undefined;
  const fail = (error: Error) => {
    failed ??= error;
    for (const { reject } of waiting.splice(0)) reject(failed);
  };
  worker.on('message', (answer) => waiting.shift()?.resolve(answer));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread has ended')));
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (failed !== undefined) return reject(failed);
        waiting.push({ resolve, reject });
        worker.postMessage(question);
      }),
    end: async () => void (await worker.terminate()),
  };
}
