import { expect, test } from 'vitest';
import { createWatch } from '../../../src/engine/remediation/watch.ts';
import { ann, bench, granted, shutLid } from './kit.ts';

test('a waiting card is drawn anew when those who can approve have changed, and only then', async () => {
  const b = await bench({ remedies: [shutLid] });
  const handle = await b.finding('arn:box:one');
  granted(await b.desk.request({ finding: handle }, { reason: 'it is open' }, b.from(ann)));
  const [post] = await b.store.outbox.due(b.from(ann).now.toISOString(), 10);
  if (!post) throw new Error('no card was posted');
  await b.store.outbox.claim(post.id, post.createdAt);
  await b.store.outbox.sent(post.id, post.createdAt, {
    platform: 'slack',
    team: 'T1',
    channel: post.channel.id,
    id: '1.1',
  });
  const drawn: (readonly string[])[] = [];
  const { remediationCard } = b.engine.notices;
  const engine = {
    ...b.engine,
    notices: {
      ...b.engine.notices,
      remediationCard: (view: Parameters<typeof remediationCard>[0]) => {
        drawn.push(view.approvers);
        return remediationCard(view);
      },
    },
  };
  const members = async () => [...b.people.values()].filter((p) => p.roles.includes('approver'));
  const watch = createWatch(engine, { members });
  await watch();
  await watch();
  expect(drawn).toEqual([]);
  b.people.delete('slack:T1:UBOB');
  await watch();
  expect(drawn).toEqual([['Cem', 'Dee']]);
  await watch();
  expect(drawn).toHaveLength(1);
});
