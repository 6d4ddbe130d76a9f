import { expect, test } from 'vitest';
import { type Incoming, kindOf } from '../../../src/chat/teams/activity.ts';
import { createShown } from '../../../src/chat/teams/shown.ts';

const said = (conversation: object, channelData: object = {}) =>
  ({ conversation: { id: 'a:1', ...conversation }, channelData }) as unknown as Incoming;

test.each([
  ['a private chat', said({ conversationType: 'personal' }), 'personal'],
  ['a group chat', said({ id: '19:x@thread.v2', conversationType: 'groupChat' }), 'group'],
  ['a channel', said({ id: '19:x@thread.tacv2', conversationType: 'channel' }), 'channel'],
  ['a channel by its data', said({ id: '19:x@thread.tacv2' }, { channel: { id: '19:x' } }), 'channel'],
  ['a chat of which nothing is said', said({}), 'personal'],
  ['a group of which nothing is said', said({ id: '19:x@thread.v2' }), 'group'],
  ['a group that says so', said({ isGroup: true }), 'group'],
])('%s', (_, activity, kind) => {
  expect(kindOf(activity)).toBe(kind);
});

test('what was told once to one person is not drawn again', () => {
  const shown = createShown();
  const ref = { platform: 'teams', team: 't', channel: 'c', id: '1' } as const;
  const text = 'Your setup key is ABCD EFGH.';
  const attachment = { name: 'setup-key.png', mediaType: 'image/png', text: 'QUJD' };
  shown.put(ref, { message: { text, blocks: [{ kind: 'code', text }], personal: true, attachment } });
  expect(JSON.stringify(shown.get(ref))).not.toMatch(/ABCD|QUJD/);
});
