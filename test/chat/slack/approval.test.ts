import { describe, expect, it } from 'vitest';
import { remediationCard } from '#src/chat/views/remediation';
import type { RemediationView } from '#src/engine/services';
import { exposed } from '../../kit/sample-findings.ts';
import { highest, planWith, states, targetOf, viewOf } from '../../kit/sample-remediations.ts';
import { buttonsOf, textOf } from '../../kit/slack/workspace.ts';
import { sampleRouter } from '../../kit/test-command.ts';
import { readerFor } from '../../kit/views.ts';
import { startBot } from './bot.ts';

// The strict workspace gives these to the first two people that it is asked for.
const [annId, raviId] = ['U000000002', 'U000000003'];

async function clinic(view: RemediationView) {
  const { ears, services } = sampleRouter({ views: [view] });
  const roles = { viewer: [], responder: [annId], approver: [raviId], officer: [], admin: [] };
  const bot = await startBot({ ears: { ears, heard: [] }, settings: { roles } });
  const ann = bot.workspace.user('ann');
  const ravi = bot.workspace.user('ravi');
  expect([ann.id, ravi.id]).toEqual([annId, raviId]);
  const channel = bot.workspace.channel('security', [ann, ravi]);
  await bot.slack.people.learn();
  const to = { platform: 'slack' as const, team: bot.workspace.team.id, id: channel.id };
  await bot.slack.post(to, remediationCard(view, readerFor(null)), 'card');
  const card = await bot.workspace.until(() => bot.workspace.messages(channel)[0]);
  const clean = () => expect(bot.workspace.violations).toEqual([]);
  return { bot, services, ann, ravi, channel, card, clean };
}

describe('an approval in Slack', () => {
  it('of the highest tier asks in a form for the end of the name and a code; neither is kept in the form', async () => {
    const two = viewOf({
      plan: planWith([targetOf(exposed)], { tier: { ...highest, distinctGroups: false } }),
    });
    const { bot, services, ravi, card, clean } = await clinic(two);
    await ravi.click(card, 'Approve');
    const modal = await bot.workspace.until(() => ravi.modal());
    const half = { 'Typed confirmation': 'maging', 'One-time code': '' };
    await expect(async () => ravi.submit(modal, half)).rejects.toThrow('"One-time code" is required');
    await ravi.submit(ravi.modal(), { 'Typed confirmation': 'maging', 'One-time code': '123 456' });
    await bot.workspace.until(() => services.done.length === 1);
    expect(services.done).toEqual(['approved R-12 by ravi']);
    expect(JSON.stringify(bot.workspace.calls('views.open'))).not.toMatch(/maging"|123 ?456/);
    expect(JSON.stringify(bot.log.lines)).not.toMatch(/123 ?456/);
    clean();
  });

  it('is refused to a presser without the role, in private and on record', async () => {
    const { services, ann, card, clean } = await clinic(states['proposed'] as RemediationView);
    const pressed = await ann.click(card, 'Approve');
    const reply = await pressed.reply();
    expect(reply.ephemeralTo).toBe(ann.id);
    expect(textOf(reply)).toContain('You need the role approver to approve a change.');
    expect(services.done).toEqual([]);
    expect(services.refused).toMatchObject([{ verb: 'approve', because: 'role' }]);
    clean();
  });

  it('a denial asks for the reason', async () => {
    const { bot, services, ravi, card, clean } = await clinic(states['proposed'] as RemediationView);
    await ravi.click(card, 'Deny');
    await ravi.submit(await bot.workspace.until(() => ravi.modal()), { Reason: 'the portal needs it' });
    await bot.workspace.until(() => services.done.length === 1);
    expect(services.done).toEqual(['denied R-12 by ravi']);
    clean();
  });

  it('a setup key goes to one person, with its picture by direct message, and is never offered for sharing', async () => {
    const { bot, ravi, channel, clean } = await clinic(states['proposed'] as RemediationView);
    const reply = await (await ravi.slash('/hipaa', 'enrol', { channel })).reply();
    expect(reply.ephemeralTo).toBe(ravi.id);
    expect(textOf(reply)).toContain('JBSW Y3DP');
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Give the first code']);
    expect(bot.workspace.messages(channel)).toHaveLength(1);
    clean();
  });
});
