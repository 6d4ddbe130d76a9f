import { expect, vi } from 'vitest';
import { render } from '../../../src/chat/console/render.ts';
import { widthOf } from '../../../src/chat/console/width.ts';
import type { Message } from '../../../src/domain/message.ts';

// Every view, with everything that its own tables put into it, once more in a terminal: nothing runs over the edge, and
// nothing moves the cursor. Code is shown as it is, so that it can be copied.
vi.mock('../../kit/views.ts', async (original) => ({
  ...(await original<typeof import('../../kit/views.ts')>()),
  expectFits: (message: Message) => {
    const blocks = message.blocks.filter(({ kind }) => kind !== 'code');
    for (const columns of [60, 100]) {
      const text = render({ ...message, blocks }, { columns, color: false });
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e]/u);
      expect(text.split('\n').filter((line) => widthOf(line) > columns)).toEqual([]);
    }
  },
}));

await import('../views/views.test.ts');
await import('../views/plan.test.ts');
await import('../views/remediation.test.ts');
await import('../views/safeguards.test.ts');
