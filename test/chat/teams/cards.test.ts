import { expect, vi } from 'vitest';
import { render } from '#src/chat/teams/render';
import type { Message } from '#src/domain/message';
import { messageProblems } from '../../kit/teams/adaptive-card/problems.ts';

// Every view, with everything that its own tables put into it, once more as a card.
vi.mock('../../kit/views.ts', async (original) => ({
  ...(await original<typeof import('../../kit/views.ts')>()),
  expectFits: (message: Message) => {
    expect(messageProblems(render(message))).toEqual([]);
    expect(messageProblems(render(message, { of: 'show F-7K3QX', charts: false, share: 'id' }))).toEqual([]);
  },
}));

await import('../views/views.test.ts');
await import('../views/plan.test.ts');
await import('../views/remediation.test.ts');
await import('../views/safeguards.test.ts');
