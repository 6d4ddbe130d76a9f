import { describe, expect, it } from 'vitest';
import { channel, freshly, hour, message, type Open, ref } from './store-samples.ts';

const card = 'finding:abc';

export function testOutboxCards(open: Open): void {
  describe('cards in the outbox', () => {
    const kept = freshly(open);
    const outbox = () => kept.store.outbox;
    const post = (text: string, to = 'C1', ofCard: string | null = card) =>
      outbox().add({
        key: text,
        channel: channel(to),
        message: message(text),
        at: hour(1),
        ...(ofCard ? { card: ofCard } : {}),
      });
    const due = async (at = hour(1)) =>
      (await outbox().due(at, 10)).map((item) => `${item.kind} ${item.message.text} in ${item.channel.id}`);
    /** Claims the head of a channel. */
    const take = async (from = 'C1', at = hour(1)) => {
      const item = (await outbox().due(at, 10)).find(({ channel: c }) => c.id === from);
      const claimed = item && (await outbox().claim(item.id, at));
      if (!claimed) throw new Error(`nothing is due in ${from}`);
      return claimed;
    };
    const deliver = async (id: string, to = 'C1') => outbox().sent((await take(to)).id, hour(1), ref(id, to));
    const change = (text: string, at = hour(1)) => outbox().updateCard(card, message(text), at);

    it('remembers where a card is shown', async () => {
      await post('a');
      await post('b', 'C2');
      await post('no card', 'C3', null);
      for (const [id, to] of [
        ['1.10', 'C1'],
        ['2.20', 'C2'],
        ['3.30', 'C3'],
      ] as const)
        await deliver(id, to);
      expect(await outbox().refs(card)).toEqual([ref('1.10', 'C1'), ref('2.20', 'C2')]);
      expect(await outbox().refs(card, channel('C2', { thread: '9' }))).toEqual([ref('2.20', 'C2')]);
      expect(await outbox().refs(card, channel('C9'))).toEqual([]);
      expect(await outbox().cardAt(ref('1.10', 'C1'))).toBe(card);
      expect(await outbox().cardAt(ref('1.1', 'C1'))).toBeNull();
      expect(await outbox().cardAt(ref('3.30', 'C3'))).toBeNull();
      await outbox().forget(ref('1.10', 'C1'));
      expect(await outbox().refs(card)).toEqual([ref('2.20', 'C2')]);
    });

    it('changes nothing for a card that was never shown', async () => {
      expect(await change('new')).toBe(0);
      expect(await outbox().depth()).toBe(0);
    });

    it('edits each channel that shows the card', async () => {
      await post('a');
      await post('b', 'C2');
      await deliver('1', 'C1');
      await deliver('2', 'C2');
      expect(await change('new')).toBe(2);
      expect(await due()).toEqual(['update new in C1', 'update new in C2']);
      expect(await outbox().depth()).toBe(2);
    });

    it('rewrites a post that is still queued, in its place', async () => {
      await post('first', 'C1', null);
      await post('old');
      await post('last', 'C1', null);
      expect(await change('new')).toBe(1);
      expect(await outbox().depth()).toBe(3);
      await outbox().sent((await take()).id, hour(1), null);
      expect(await due()).toEqual(['post new in C1']);
    });

    it('hands out the rewritten message to whoever claims after an earlier look', async () => {
      await post('old');
      const [seen] = await outbox().due(hour(1), 1);
      await change('new');
      expect((await outbox().claim(seen?.id ?? '', hour(1)))?.message).toEqual(message('new'));
    });

    it('edits a post that is just being sent, after it', async () => {
      await post('old');
      const sending = await take();
      expect(await change('new')).toBe(1);
      expect(await due()).toEqual([]);
      await outbox().sent(sending.id, hour(1), ref('1'));
      expect(await due()).toEqual(['update new in C1']);
      expect(await outbox().refs(card, channel())).toEqual([ref('1')]);
    });

    it('drops edits that a newer one replaces, which takes their place and their time', async () => {
      await post('old');
      await deliver('1');
      await change('v1');
      const limited = await take();
      await outbox().retry(limited.id, hour(4), 'rate limited');
      await post('behind', 'C1', null);
      await change('v2', hour(2));
      await change('v3', hour(3));
      expect(await outbox().get(limited.id)).toMatchObject({ state: 'superseded' });
      expect(await outbox().claim(limited.id, hour(4))).toBeNull();
      expect(await outbox().depth()).toBe(2);
      expect(await due(hour(3))).toEqual([]);
      expect(await due(hour(4))).toEqual(['update v3 in C1']);
      await outbox().sent((await take('C1', hour(4))).id, hour(4), null);
      expect(await due(hour(4))).toEqual(['post behind in C1']);
    });

    it('does not try an edit again while a newer one waits', async () => {
      await post('old');
      await deliver('1');
      await change('v1');
      const sending = await take();
      await change('v2');
      await outbox().retry(sending.id, hour(4), 'rate limited');
      expect(await outbox().get(sending.id)).toMatchObject({ state: 'superseded' });
      expect(await due(hour(3))).toEqual([]);
      expect(await due(hour(4))).toEqual(['update v2 in C1']);
    });

    it('tries an edit again while a newer one is held for quiet hours', async () => {
      await post('old');
      await deliver('1');
      await change('v1');
      const sending = await take();
      const held = { key: 'v2', channel: channel(), message: message('v2'), card, kind: 'update' } as const;
      await outbox().add({ ...held, at: hour(2), holdUntil: hour(7) });
      await outbox().retry(sending.id, hour(4), 'rate limited');
      expect(await due(hour(4))).toEqual(['update v1 in C1']);
      await outbox().sent((await take('C1', hour(4))).id, hour(4), null);
      expect(await due(hour(7))).toEqual(['update v2 in C1']);
    });

    it('follows a card that was posted anew', async () => {
      await post('old');
      await deliver('1');
      await change('v1');
      const edit = await take();
      await outbox().forget(ref('1'));
      await outbox().sent(edit.id, hour(1), ref('2'));
      expect(await outbox().refs(card)).toEqual([ref('2')]);
    });

    it('leaves other cards alone', async () => {
      await post('mine');
      await post('other', 'C2', 'finding:other');
      await change('new');
      expect(await due()).toEqual(['post new in C1', 'post other in C2']);
    });

    it('refuses an update that names no card', async () => {
      const update = {
        key: 'k',
        channel: channel(),
        message: message('a'),
        kind: 'update',
        at: hour(1),
      } as const;
      await expect(outbox().add(update)).rejects.toMatchObject({ name: 'StoreError' });
      expect(await outbox().add({ ...update, card })).toBe(true);
      expect(await due()).toEqual(['update a in C1']);
    });
  });
}
