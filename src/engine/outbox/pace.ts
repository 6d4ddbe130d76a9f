import type { OutboxItem } from '../../domain/store.ts';

export interface Pace {
  /** Platforms promise about one post a second per channel. */
  readonly postEveryMs: number;
  /** Edits have a budget of their own. */
  readonly updateEveryMs: number;
}

export const usualPace: Pace = { postEveryMs: 1000, updateEveryMs: 1000 };

type Sort = Pick<OutboxItem, 'channel' | 'kind'>;

export interface Pacer {
  /** How long the next one of this sort must wait. */
  waitMs(item: Sort, nowMs: number): number;
  spend(item: Sort, nowMs: number): void;
}

/** A terminal takes whatever comes; a thread counts as its channel. */
export function createPacer(pace: Pace): Pacer {
  const last = new Map<string, number>();
  const laneOf = ({ channel, kind }: Sort) => [channel.platform, channel.team, channel.id, kind].join(' ');
  const everyMs = ({ channel, kind }: Sort) => {
    if (channel.platform === 'terminal') return 0;
    return kind === 'post' ? pace.postEveryMs : pace.updateEveryMs;
  };
  return {
    waitMs: (item, nowMs) => {
      const since = nowMs - (last.get(laneOf(item)) ?? Number.NEGATIVE_INFINITY);
      // A clock that was set back must not hold a channel for ever.
      return since < 0 ? 0 : Math.max(0, everyMs(item) - since);
    },
    spend: (item, nowMs) => {
      const lane = laneOf(item);
      last.delete(lane);
      last.set(lane, nowMs);
      for (const [old, at] of last) {
        if (nowMs - at <= 60_000) break;
        last.delete(old);
      }
    },
  };
}
