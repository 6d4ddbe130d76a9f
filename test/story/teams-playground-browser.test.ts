import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumMissing, launch, openScreen, type Screen } from '../kit/teams/playground/browser.ts';
import { playgroundMissing, startTeamsDemo, type TeamsDemo } from '../kit/teams/playground/demo.ts';
import { describeWith } from '../kit/teams/playground/describe-with.ts';

const reason = 'The laboratory gets a private link instead.';

describeWith('what people see in the Agents Playground', [playgroundMissing(), chromiumMissing()], () => {
  let demo: TeamsDemo;
  let browser: Browser;
  let ann: Screen;
  let bob: Screen;
  beforeAll(async () => {
    [demo, browser] = await Promise.all([startTeamsDemo(), launch()]);
    ann = await openScreen(browser, demo.ann);
    bob = await openScreen(browser, demo.bob);
    await Promise.all([ann, bob].map((one) => one.card(/Say “help”/).waitFor()));
  });
  afterAll(async () => {
    await browser?.close();
    expect(await demo?.stop()).toMatchObject({ code: 0, err: '' });
  });

  test('scan: the card that began is the card that says what was found', async () => {
    await ann.say('scan');
    const card = ann.card(/has finished/);
    await card.waitFor();
    expect(await card.innerText()).toMatch(/Findings: \d+ new/);
    await ann.picture('teams-scan', card);
  });

  test('findings: a page is turned in place, and a button shows one of them', async () => {
    await ann.say('findings severity>=critical');
    const list = ann.card(/open findings/);
    await list.waitFor();
    await ann.picture('teams-findings', list);
    await ann.say('findings');
    await ann.card(/page 1 of \d\d/).waitFor();
    const before = await ann.page.locator('.ac-adaptiveCard').count();
    await ann.press(ann.card(/page 1 of \d\d/), 'Next page');
    await ann.card(/page 2 of/).waitFor();
    expect(await ann.page.locator('.ac-adaptiveCard').count()).toBe(before);
    await ann.say('findings resource:lab-results');
    await ann.card(/Show F-155PG/).waitFor();
    await ann.press(ann.card(/Show F-155PG/), 'Show F-155PG');
    await ann.card(/What should be true/).waitFor();
    await ann.picture('teams-finding', ann.card(/What should be true/));
  });

  test('fix: the form asks why, and holds whoever says nothing', async () => {
    await ann.press(ann.card(/What should be true/), 'Fix');
    const plan = ann.card(/Nothing has been changed/);
    await plan.waitFor();
    await ann.picture('teams-plan', plan);
    await ann.press(plan, 'Request approval');
    const form = ann.card(/Request a fix/);
    await form.waitFor();
    await ann.press(form, 'Request');
    await form.getByText('Reason: this is needed.').waitFor();
    await form.getByRole('textbox').fill(reason);
    await ann.picture('teams-form', form);
    await ann.press(form, 'Request');
    await ann.card(/Waiting for approval/).waitFor();
  });

  test('approve: she is told why she may not; he may, and both cards end as applied', async () => {
    const own = ann.card(/Waiting for approval/);
    await ann.press(own, 'Approve');
    await ann
      .card(/Typed confirmation/)
      .getByRole('textbox')
      .fill('esults');
    await ann.press(ann.card(/Typed confirmation/), 'Approve');
    await ann.card(/a second person must approve it/).waitFor();
    await ann.picture('teams-refused', ann.card(/a second person must approve it/));

    const request = bob.card(/Waiting for approval/);
    await request.waitFor();
    expect(await request.innerText()).toContain(reason);
    await bob.picture('teams-request', request);
    await bob.press(request, 'Approve');
    const form = bob.card(/Typed confirmation/);
    await form.getByText(/lakeside-lab-results/).waitFor();
    await form.getByRole('textbox').fill('esults');
    await bob.picture('teams-approve', form);
    await bob.press(form, 'Approve');
    for (const screen of [ann, bob]) {
      const done = screen.card(/Applied and verified/);
      await done.waitFor();
      expect(await done.innerText()).toMatch(/Bob approved it/);
      expect(await done.getByRole('button').allInnerTexts()).toEqual(['Undo', 'History']);
      expect(await screen.card(/Waiting for approval/).count()).toBe(0);
    }
    await bob.picture('teams-applied', bob.card(/Applied and verified/));
    await bob.page.setViewportSize({ width: 1280, height: 1000 });
    await bob.picture('teams-window');
  });
});
