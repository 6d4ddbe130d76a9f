import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/domain/message.ts';
import { channel, freshly, hour, message, type Open, ref } from './store-samples.ts';

export function testOutbox(open: Open): void {
  describe('outbox', () => {
    const kept = freshly(open);
    const outbox = () => kept.store.outbox;
    const add = (text: string, to: Channel = channel(), at = hour(1)) =>
      outbox().add({ key: `key of ${text}`, channel: to, message: message(text), at });
    const due = async (at = hour(1), limit = 10) =>
      (await outbox().due(at, limit)).map((item) => item.message.text);
    const head = async (at = hour(1)) => {
      const [item] = await outbox().due(at, 1);
      if (!item) throw new Error('nothing is due');
      return item;
    };
    const send = async (at = hour(1)) => {
      const { id } = await head(at);
      await outbox().claim(id, at);
      await outbox().sent(id, at, ref(id));
    };

    it('queues once per key, even when asked at once, and after it was sent', async () => {
      const added = await Promise.all(Array.from({ length: 20 }, () => add('a')));
      expect(added.filter(Boolean)).toHaveLength(1);
      await send();
      expect(await add('a')).toBe(false);
      expect(await outbox().depth()).toBe(0);
    });

    it('keeps an item as it was given', async () => {
      const to = channel('C1', { thread: '171.000200' });
      await outbox().add({ key: 'k', channel: to, message: message('a'), card: 'finding:f', at: hour(1) });
      const item = await head();
      expect(item).toEqual({
        id: item.id,
        channel: to,
        message: message('a'),
        card: 'finding:f',
        kind: 'post',
        state: 'queued',
        attempts: 0,
        notBefore: hour(1),
        createdAt: hour(1),
        error: null,
      });
      expect(await outbox().get(item.id)).toEqual(item);
      expect(await outbox().get('unheard of')).toBeNull();
    });

    it('offers the oldest of each channel; a thread waits for its channel', async () => {
      await add('a1');
      await add('a2');
      await add('a3', channel('C1', { thread: '171.000200' }));
      await add('b1', channel('C2'));
      await add('other team', channel('C1', { team: 'T2' }));
      await add('other platform', channel('C1', { platform: 'teams' }));
      expect(await due()).toEqual(['a1', 'b1', 'other team', 'other platform']);
      expect(await due(hour(1), 2)).toEqual(['a1', 'b1']);
      await send();
      expect((await due())[0]).toBe('a2');
      await send();
      expect((await due())[0]).toBe('a3');
    });

    it('lets nothing overtake an item that waits or is under way', async () => {
      await add('a1', channel(), hour(5));
      await add('a2', channel(), hour(1));
      expect(await due(hour(4))).toEqual([]);
      expect(await due(hour(5))).toEqual(['a1']);
      const { id } = await head(hour(5));
      await outbox().claim(id, hour(5));
      expect(await due(hour(9))).toEqual([]);
      await outbox().retry(id, hour(7), 'rate limited');
      expect(await due(hour(6))).toEqual([]);
      expect(await due(hour(7))).toEqual(['a1']);
      expect(await head(hour(7))).toMatchObject({ attempts: 1, notBefore: hour(7), error: 'rate limited' });
    });

    describe('held for quiet hours', () => {
      const hold = (text: string, until: string, to: Channel = channel()) =>
        outbox().add({ key: text, channel: to, message: message(text), at: hour(1), holdUntil: until });

      it('stands aside until its time, and then goes as any other', async () => {
        await hold('held', hour(7));
        expect(await due(hour(6))).toEqual([]);
        await add('a');
        await add('b');
        expect(await due(hour(6))).toEqual(['a']);
        await send(hour(6));
        expect(await due(hour(6))).toEqual(['b']);
        expect(await due(hour(7))).toEqual(['held']);
        await send(hour(7));
        expect(await due(hour(7))).toEqual(['b']);
      });

      it('keeps its order among the held', async () => {
        await hold('late', hour(9));
        await hold('early', hour(7));
        await hold('early too', hour(7));
        expect(await due(hour(8))).toEqual(['early']);
        expect(await due(hour(9))).toEqual(['late']);
        expect(await outbox().depth()).toBe(3);
      });

      it('holds up nobody, and waits for whoever is under way', async () => {
        await hold('held', hour(7));
        await add('a');
        const { id } = await head(hour(6));
        await outbox().claim(id, hour(6));
        expect(await due(hour(6))).toEqual([]);
        await outbox().retry(id, hour(8), 'rate limited');
        expect(await due(hour(7))).toEqual(['held']);
      });

      it('lets nobody overtake it once its time has come, though it has to wait again', async () => {
        await hold('held', hour(7));
        await add('a');
        const { id } = await head(hour(7));
        await outbox().claim(id, hour(7));
        expect(await due(hour(7))).toEqual([]);
        await outbox().retry(id, hour(9), 'rate limited');
        expect(await due(hour(8))).toEqual([]);
        expect(await due(hour(9))).toEqual(['held']);
      });

      it('is in the line of its channel only, after a restart too', async () => {
        await hold('held', hour(7));
        await add('b', channel('C2'));
        const store = await kept.reopen();
        const texts = async (at: string) => (await store.outbox.due(at, 10)).map((i) => i.message.text);
        expect(await texts(hour(6))).toEqual(['b']);
        expect(await texts(hour(7))).toEqual(['held', 'b']);
      });

      it('is rewritten where it stands when its card changes, and still held', async () => {
        const item = { key: 'k', channel: channel(), message: message('old'), card: 'c', at: hour(1) };
        await outbox().add({ ...item, holdUntil: hour(7) });
        expect(await outbox().updateCard('c', message('new'), hour(2))).toBe(1);
        expect(await due(hour(6))).toEqual([]);
        expect(await due(hour(7))).toEqual(['new']);
      });
    });

    it('is claimed by one of many', async () => {
      await add('a');
      const { id } = await head();
      const claims = await Promise.all(Array.from({ length: 100 }, () => outbox().claim(id, hour(2))));
      const won = claims.filter((item) => item !== null);
      expect(won).toHaveLength(1);
      expect(won[0]).toMatchObject({ id, state: 'sending', attempts: 1 });
      expect(await outbox().claim('unheard of', hour(2))).toBeNull();
    });

    it('goes on after an item was given up', async () => {
      await add('a');
      await add('b');
      const { id } = await head();
      await outbox().claim(id, hour(1));
      await outbox().fail(id, hour(1), 'channel is archived');
      expect(await outbox().get(id)).toMatchObject({ state: 'failed', error: 'channel is archived' });
      expect(await due()).toEqual(['b']);
      expect(await outbox().depth()).toBe(1);
    });

    it('does not send twice what was sent', async () => {
      await add('a');
      const { id } = await head();
      await outbox().claim(id, hour(1));
      await outbox().sent(id, hour(1), null);
      await outbox().retry(id, hour(2), 'late answer');
      await outbox().fail(id, hour(2), 'late answer');
      expect(await outbox().get(id)).toMatchObject({ state: 'sent', error: null });
      expect(await due(hour(9))).toEqual([]);
    });

    it('tells after a restart what may have been delivered', async () => {
      await add('a');
      await add('b', channel('C2'));
      await outbox().claim((await head()).id, hour(1));
      const store = await kept.reopen();
      expect((await store.outbox.inDoubt()).map((item) => item.message.text)).toEqual(['a']);
      expect(await store.outbox.depth()).toBe(2);
    });

    it('keeps order over hundreds', async () => {
      const texts = Array.from({ length: 200 }, (_, i) => `n${i}`);
      for (const text of texts) await add(text);
      const sent: string[] = [];
      while ((await outbox().depth()) > 0) {
        sent.push((await head()).message.text);
        await send();
      }
      expect(sent).toEqual(texts);
    });
  });
}
