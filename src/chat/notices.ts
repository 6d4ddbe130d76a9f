import type { Notices } from '../engine/context.ts';
import { digestMessage } from './views/digest.ts';
import { findingCard } from './views/finding.ts';
import { alert, findingChanged, reminder } from './views/news.ts';
import type { Reader } from './views/reader.ts';
import { scanProgress, scanResult } from './views/scan.ts';
import { stamped } from './views/stamp.ts';

/** How the engine's news looks to everybody in a channel. `everyone` is asked anew for each message: it holds the time. */
export function createNotices(everyone: () => Reader, demo?: string): Notices {
  const all: Notices = {
    scanProgress: (progress) => scanProgress(progress, everyone()),
    scanEnded: (scan, worst) => scanResult(scan, worst, everyone()),
    findingCard: (finding, history) => findingCard(finding, history, everyone()),
    findingChanged: (finding, change, by) => findingChanged(finding, change, by, everyone()),
    alert: (findings, more) => alert(findings, more, everyone()),
    reminder: (finding) => reminder(finding, everyone()),
    digest: (digest) => digestMessage(digest, everyone()),
  };
  if (demo === undefined) return all;
  return {
    scanProgress: (...a) => stamped(all.scanProgress(...a), demo),
    scanEnded: (...a) => stamped(all.scanEnded(...a), demo),
    findingCard: (...a) => stamped(all.findingCard(...a), demo),
    findingChanged: (...a) => stamped(all.findingChanged(...a), demo),
    alert: (...a) => stamped(all.alert(...a), demo),
    reminder: (...a) => stamped(all.reminder(...a), demo),
    digest: (...a) => stamped(all.digest(...a), demo),
  };
}
