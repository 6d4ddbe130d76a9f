import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ann, bob, cem, chatOf, groupOf } from '#src/cli/demo-teams-people';
import { playgroundMissing, startTeamsDemo, type TeamsDemo } from '../kit/teams/playground/demo.ts';
import { describeWith } from '../kit/teams/playground/describe-with.ts';
import { openWindow, type Seen, type Window, words } from '../kit/teams/playground/window.ts';
import { buttonsIn } from '../kit/teams/teams.ts';

const reason = 'The laboratory gets a private link instead.';
/** The last six characters of lakeside-lab-results. */
const confirm = { 'answer:confirm': 'esults' };
const titles = (seen: Seen) => buttonsIn(seen.card).map((one) => String(one['title']));

describeWith('the demo in the Agents Playground', [playgroundMissing()], () => {
  let demo: TeamsDemo;
  /** Microsoft's client as Ann sees it, and as Bob does. */
  let hers: Window;
  let his: Window;
  beforeAll(async () => {
    demo = await startTeamsDemo();
    hers = await openWindow(demo.ann, chatOf(ann));
    his = await openWindow(demo.bob, chatOf(bob));
  });
  afterAll(async () => {
    hers?.close();
    his?.close();
    const ended = await demo?.stop();
    expect(ended).toMatchObject({ code: 0, err: '' });
    await expect(fetch(demo.ann)).rejects.toThrow();
  });

  test('listens on this machine only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one?.family === 'IPv4' && !one.internal);
    for (const url of [demo.ann, demo.bob]) {
      expect((await fetch(url)).status).toBe(200);
      for (const one of outside)
        await expect(fetch(url.replace('localhost', one?.address ?? ''))).rejects.toThrow();
    }
  });

  test('greets both in their own chats', async () => {
    expect(words(await hers.sees(/Say “help”/, chatOf(ann)))).toContain('HIPAA findings');
    expect(words(await his.sees(/Say “help”/, chatOf(bob)))).toContain('HIPAA findings');
  });

  test('scans, and one card tells how far it is until it is done', async () => {
    await hers.say(ann.id, chatOf(ann), 'scan');
    const done = await hers.sees(/has finished/, chatOf(ann));
    expect(words(done)).toMatch(/Findings: \d+ new/);
    expect(hers.messages(chatOf(ann)).filter((one) => /0 of 1 account done/.test(words(one)))).toEqual([]);
  });

  test('lists findings with a button for each, and another page takes the place of the first', async () => {
    await hers.say(ann.id, chatOf(ann), 'findings');
    const list = await hers.sees(/open findings/, chatOf(ann));
    expect(titles(list)).toContain('Show F-GY1JT');
    const before = hers.messages(chatOf(ann)).length;
    await hers.press(ann.id, list, /Next/);
    expect(words(await hers.sees(/page 2 of/, chatOf(ann)))).not.toContain('F-GY1JT');
    expect(hers.messages(chatOf(ann))).toHaveLength(before);
  });

  test('Ann asks for a fix, may not approve it herself, and Bob approves it in his window', async () => {
    await hers.say(ann.id, chatOf(ann), 'show F-155PG');
    const finding = await hers.sees(/What should be true/, chatOf(ann));
    await hers.press(ann.id, finding, /^Fix/);
    const plan = await hers.sees(/Nothing has been changed/, chatOf(ann));
    await hers.press(ann.id, plan, 'Request approval');
    const asked = await hers.press(ann.id, plan, 'Request', { 'answer:reason': reason });
    expect(asked.words).toMatch(/You requested R-1/);

    const own = await hers.sees(/Waiting for approval/, chatOf(ann));
    await hers.press(ann.id, own, 'Approve');
    const refused = await hers.press(ann.id, own, 'Approve', confirm);
    expect(refused.words).toMatch(/You asked for R-1 yourself, so a second person must approve it/);
    expect(refused.words).toMatch(/Bob/);

    const request = await his.sees(/Waiting for approval/, chatOf(bob));
    expect(words(request)).toContain(reason);
    await his.press(bob.id, request, 'Approve');
    const wrong = await his.press(bob.id, request, 'Approve', { 'answer:confirm': 'result' });
    expect(wrong.words).toMatch(/That is not it/);
    await his.press(bob.id, request, 'Approve');
    expect((await his.press(bob.id, request, 'Approve', confirm)).words).toMatch(/You approved R-1/);

    for (const end of [
      await hers.sees(/Applied and verified/, chatOf(ann)),
      await his.sees(/Applied and verified/, chatOf(bob)),
    ]) {
      expect(words(end)).toMatch(/Bob approved it/);
      expect(titles(end)).toEqual(['Undo', 'History']);
    }
  });

  test('in a group chat the card stands before everybody: who looks only is refused, and the second person approves', async () => {
    const group = groupOf(ann);
    await hers.say(ann.id, group, 'undo R-1 reason:"The laboratory was not ready for it"');
    const request = await hers.sees(/R-2[\s\S]*Waiting for approval/, group);
    await hers.press(cem.id, request, 'Approve');
    const refused = await hers.press(cem.id, request, 'Approve', confirm);
    expect(refused.words).toMatch(/role approver/);
    expect(words(await hers.sees(/R-2/, group))).not.toMatch(/Applied/);

    const again = await hers.sees(/R-2[\s\S]*Waiting for approval/, group);
    await hers.press(bob.id, again, 'Approve');
    // What is for Bob alone goes into his own chat; the card in the group says what became of it.
    expect((await hers.press(bob.id, again, 'Approve', confirm)).words).toMatch(/The answer is in your chat/);
    expect(words(await hers.sees(/Applied and verified/, group))).toMatch(/Bob approved it/);
  });
});
