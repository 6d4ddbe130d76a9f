import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/domain/store.ts';
import { freshly, hour, type Open } from './store-samples.ts';

const place = (id: string, more: Partial<Conversation> = {}): Conversation => ({
  platform: 'teams',
  team: 'tenant',
  id,
  person: null,
  address: `{"at":"${id}"}`,
  ...more,
});

const message = (id: string, channel = '19:a@thread.tacv2') => ({
  platform: 'teams' as const,
  team: 'tenant',
  channel,
  id,
});

export function testConversations(open: Open): void {
  describe('conversations', () => {
    const kept = freshly(open);
    const conversations = () => kept.store.conversations;

    it('are kept over a restart, and told apart by platform, team and id', async () => {
      expect(await conversations().put(place('a'), hour(1))).toBe(true);
      expect(await conversations().put(place('a', { team: 'other' }), hour(1))).toBe(true);
      expect(await conversations().put(place('a', { platform: 'slack' }), hour(1))).toBe(true);
      const { conversations: again } = await kept.reopen();
      expect(await again.get('teams', 'tenant', 'a')).toEqual(place('a'));
      expect(await again.get('teams', 'other', 'a')).toEqual(place('a', { team: 'other' }));
      expect(await again.get('teams', 'tenant', 'b')).toBeNull();
    });

    it('are no longer new when they come again, with what is true now', async () => {
      await conversations().put(place('a'), hour(1));
      expect(await conversations().put(place('a', { address: 'moved' }), hour(2))).toBe(false);
      expect((await conversations().get('teams', 'tenant', 'a'))?.address).toBe('moved');
    });

    it('are listed newest first, and only those of the team', async () => {
      await conversations().put(place('old'), hour(1));
      await conversations().put(place('new'), hour(3));
      await conversations().put(place('else', { team: 'other' }), hour(2));
      expect((await conversations().all('teams', 'tenant')).map((c) => c.id)).toEqual(['new', 'old']);
    });

    it('finds the newest one with a person', async () => {
      await conversations().put(place('before', { person: 'ann' }), hour(1));
      await conversations().put(place('now', { person: 'ann' }), hour(2));
      await conversations().put(place('bob', { person: 'bob' }), hour(3));
      expect((await conversations().withPerson('teams', 'tenant', 'ann'))?.id).toBe('now');
      expect(await conversations().withPerson('teams', 'tenant', 'cy')).toBeNull();
      expect(await conversations().withPerson('teams', 'other', 'ann')).toBeNull();
    });

    it('are forgotten once', async () => {
      await conversations().put(place('a'), hour(1));
      expect(await conversations().forget('teams', 'tenant', 'a')).toBe(true);
      expect(await conversations().forget('teams', 'tenant', 'a')).toBe(false);
      expect(await conversations().get('teams', 'tenant', 'a')).toBeNull();
    });
  });

  describe('messages that arrived', () => {
    const kept = freshly(open);
    const conversations = () => kept.store.conversations;

    it('are found by their key, over a restart too', async () => {
      await conversations().arrived('key 1', message('17'), null, hour(1));
      const { conversations: again } = await kept.reopen();
      expect(await again.messageOf('teams', 'key 1')).toEqual(message('17'));
      expect(await again.messageOf('teams', 'key 2')).toBeNull();
      expect(await again.messageOf('slack', 'key 1')).toBeNull();
    });

    it('tell the newer message where one key arrived twice', async () => {
      await conversations().arrived('key', message('17'), null, hour(1));
      await conversations().arrived('key', message('18'), '5', hour(2));
      expect(await conversations().messageOf('teams', 'key')).toEqual(message('18'));
    });

    it('tell their thread', async () => {
      await conversations().arrived('first', message('17'), null, hour(1));
      await conversations().arrived('reply', message('18'), '17', hour(1));
      expect(await conversations().threadOf(message('18'))).toBe('17');
      expect(await conversations().threadOf(message('17'))).toBeNull();
      expect(await conversations().threadOf(message('18', 'elsewhere'))).toBeNull();
    });

    it('are forgotten when they are older than told', async () => {
      for (const n of [1, 2, 3]) await conversations().arrived(`key ${n}`, message(`${n}`), null, hour(n));
      expect(await conversations().prune(hour(3))).toBe(2);
      expect(await conversations().messageOf('teams', 'key 2')).toBeNull();
      expect(await conversations().messageOf('teams', 'key 3')).toEqual(message('3'));
    });
  });
}
