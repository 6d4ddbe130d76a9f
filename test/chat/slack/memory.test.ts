import { describe, expect, it } from 'vitest';
import { boltLogger, failure } from '#src/chat/slack/log';
import { createShelf } from '#src/chat/slack/shelf';
import { keptLog } from './bot.ts';

const clock = () => {
  let ms = 0;
  return { now: () => ms, pass: (more: number) => (ms += more) };
};

describe('private answers on the shelf', () => {
  const answer = { message: { text: 'x', blocks: [] }, of: 'findings' };

  it('are for the one who saw them, once', () => {
    const shelf = createShelf();
    const id = shelf.put('U1', answer);
    expect(shelf.take(id, 'U2')).toBeNull();
    expect(shelf.take(id, 'U1')).toBe(answer);
    expect(shelf.take(id, 'U1')).toBeNull();
    expect(shelf.take('other', 'U1')).toBeNull();
  });

  it('for half an hour', () => {
    const { now, pass } = clock();
    const shelf = createShelf(now);
    const [early, late] = [shelf.put('U1', answer), shelf.put('U1', answer)];
    pass(30 * 60_000 - 1);
    expect(shelf.take(early, 'U1')).toBe(answer);
    pass(1);
    expect(shelf.take(late, 'U1')).toBeNull();
  });

  it('and only so many', () => {
    const shelf = createShelf(undefined, 2);
    const ids = [1, 2, 3].map(() => shelf.put('U1', answer));
    expect(ids.map((id) => shelf.take(id, 'U1') !== null)).toEqual([false, true, true]);
  });
});

describe('the log', () => {
  it.each([
    'xoxb-1234-abcd',
    'xapp-1-A1-2-ff',
    'Bearer abc.def',
    'https://hooks.slack.com/actions/T1/2/secret',
    'https://hooks.slack.com/commands/T1/2/secret',
    'wss://wss-primary.slack.com/link/?ticket=secret',
  ])('never holds %s', (secret) => {
    const log = keptLog();
    boltLogger(log).error(`failed: ${secret}`, new Error(`with ${secret}`), { secret });
    boltLogger(log).debug(secret);
    log.warn(failure(new Error(secret)), 'x');
    log.warn(failure(secret), 'x');
    expect(log.lines).toHaveLength(3);
    expect(JSON.stringify(log.lines)).not.toContain(secret);
    expect(JSON.stringify(log.lines)).not.toContain('secret"');
  });
});
