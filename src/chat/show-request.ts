import type { Call } from '../command.ts';
import type { Message } from '../domain/message.ts';
import { readerOf } from './lookup.ts';
import { requestOf, unknownRequest } from './remediations.ts';
import { planDocument, shortHash } from './views/plan-words.ts';
import { refusal } from './views/refusal.ts';
import { remediationCard } from './views/remediation.ts';
import { remediationHistory, remediationTargets } from './views/remediation-history.ts';
import { plural } from './views/words.ts';

/** One request: its card, its whole history, its resources page by page, or its whole plan as a file. */
export async function showRequest(
  id: string,
  how: {
    readonly share: boolean;
    readonly history: boolean;
    readonly diff: boolean;
    readonly page: number | undefined;
    readonly here: boolean;
  },
  again: (page: number) => string,
  call: Call,
): Promise<Message> {
  const view = await requestOf(id, call);
  if (view === null) return unknownRequest(id);
  const { remediation: r } = view;
  if (how.share)
    return refusal({
      says: `${r.id} is shown to everybody where it was asked for, and is kept up to date there.`,
      next: `\`show ${r.id}\` shows it to you.`,
    });
  if (how.diff) {
    const text = `The whole plan of ${r.id}, ${plural(r.plan.targets.length, 'resource')}, with nothing cut.`;
    return {
      text,
      blocks: [{ kind: 'text', text }],
      visibility: 'sender',
      attachment: {
        name: `${r.id}-plan-${shortHash(r.plan)}.txt`,
        mediaType: 'text/plain',
        text: planDocument(r.plan),
      },
    };
  }
  const turn = { page: how.page, again };
  const message = how.history
    ? remediationHistory(view, await readerOf(call), turn)
    : how.page === undefined
      ? remediationCard(view, await readerOf(call))
      : remediationTargets(view, turn);
  return { ...message, visibility: 'sender', ...(how.here ? { replaces: true as const } : {}) };
}
