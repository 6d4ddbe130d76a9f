import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreError } from '../domain/errors.ts';
import { type Queue, queue } from './queue.ts';
import type { Db } from './tables.ts';

type Work<T> = (db: Db) => Promise<T>;

/** Where a part of the store does its work: on its own, or within somebody's transaction. */
export interface Room {
  /** True within a transaction. */
  readonly inside: boolean;
  /** One question. */
  read<T>(work: Work<T>): Promise<T>;
  /** Several questions that must see the same moment. */
  snapshot<T>(work: Work<T>): Promise<T>;
  /** Everything in `work` happens together, with nobody in between. */
  write<T>(work: Work<T>): Promise<T>;
}

export interface House {
  readonly room: Room;
  transaction<T>(work: (room: Room) => Promise<T>): Promise<T>;
  /** Waits for what is under way; whatever comes later is refused. */
  shut(): Promise<void>;
}

/** A caller inside a transaction who uses the store itself waits for itself; it is told so soon. */
const selfWaitMs = 2000;

interface Running {
  open: boolean;
  failed?: unknown;
}

/** A room within a transaction: steps of concurrent callers do not interleave, and nothing happens after its end. */
function innerRoom(db: Db, running: Running, line: Queue): Room {
  const stillOpen = () => {
    if (!running.open) throw new StoreError('The transaction is over: await everything that it should hold.');
  };
  const read = async <T>(work: Work<T>): Promise<T> => {
    stillOpen();
    return work(db);
  };
  return {
    inside: true,
    read,
    snapshot: read,
    write: async (work) => {
      stillOpen();
      return line.run(async () => {
        try {
          return await work(db);
        } catch (error) {
          // Half a step may be written: even a caller who swallows the error must not commit it.
          running.failed ??= error;
          throw error;
        }
      });
    },
  };
}

/** `reader` is null where there is one connection only (a database in memory): then reads wait for writes. */
export function houseOf(writer: Db, reader: Db | null, queueMs: number): House {
  const line = queue(queueMs, () =>
    current.getStore()?.open
      ? new StoreError(
          'The store was used inside its own transaction: use the store that the transaction was given.',
        )
      : new StoreError(
          `Nothing could be written for ${queueMs / 1000} seconds: an earlier transaction does not end.`,
        ),
  );
  const current = new AsyncLocalStorage<Running>();
  let shut = false;

  const mayEnter = () => {
    if (shut) throw new StoreError('The store is closed.');
  };
  const inLine = async <T>(work: Work<T>): Promise<T> => {
    mayEnter();
    const patienceMs = current.getStore()?.open ? Math.min(selfWaitMs, queueMs) : queueMs;
    return line.run(() => writer.transaction().execute(work), patienceMs);
  };

  const room: Room = {
    inside: false,
    read: async (work) => {
      if (!reader) return inLine(work);
      mayEnter();
      return work(reader);
    },
    snapshot: async (work) => {
      if (!reader) return inLine(work);
      mayEnter();
      return reader.transaction().execute(work);
    },
    write: inLine,
  };

  return {
    room,
    transaction: (work) =>
      inLine(async (db) => {
        const running: Running = { open: true };
        const steps = queue(queueMs, () => new StoreError('A step of the transaction does not end.'));
        try {
          const result = await current.run(running, () => work(innerRoom(db, running, steps)));
          // Steps that nobody awaited still belong to it.
          await steps.run(async () => {});
          if (running.failed) throw running.failed;
          return result;
        } finally {
          running.open = false;
        }
      }),
    async shut() {
      shut = true;
      await line.run(async () => {});
    },
  };
}
