import { describe, expect, it } from 'vitest';
import { createSlackAdapter } from '#src/chat/slack/adapter';
import { ConfigError } from '#src/domain/errors';
import { startWorkspace, textOf } from '../../kit/slack/workspace.ts';
import { fewEars, keptLog, scopes, settingsFor, startBot } from './bot.ts';

describe('the socket', () => {
  it.each(['disconnect', 'cutSockets'] as const)(
    'is opened anew after %s, and people are heard again',
    async (how) => {
      const { workspace, slack } = await startBot();
      const ann = workspace.user('ann');
      const channel = workspace.channel('security', [ann]);
      expect(slack.healthy()).toBe(true);
      workspace[how]();
      await workspace.until(() => workspace.calls('apps.connections.open').length === 2);
      await workspace.until(() => slack.healthy() && workspace.sockets() === 1);
      const reply = await (await ann.slash('/hipaa', 'status', { channel })).reply();
      expect(textOf(reply)).toContain('You said status.');
    },
  );

  it('survives that Slack is away for a while', async () => {
    const { workspace, slack, log } = await startBot();
    await workspace.goDown();
    await workspace.until(() => log.lines.some(({ says }) => says === 'no connection to Slack'));
    expect(slack.healthy()).toBe(false);
    await workspace.comeUp();
    await workspace.until(() => slack.healthy() && workspace.sockets() === 1, 10_000);
  });

  it('is opened later when Slack is away at the start', async () => {
    const workspace = await startWorkspace({ scopes });
    await workspace.goDown();
    const slack = createSlackAdapter(settingsFor(workspace), { log: keptLog() });
    try {
      await slack.start(fewEars().ears);
      expect(slack.healthy()).toBe(false);
      await workspace.comeUp();
      await workspace.until(() => slack.healthy(), 10_000);
    } finally {
      await slack.stop();
      await workspace.stop();
    }
  });
});

describe('the start refuses', () => {
  const starting = async (settings: Parameters<typeof settingsFor>[1]) => {
    const workspace = await startWorkspace({ scopes });
    const log = keptLog();
    try {
      const slack = createSlackAdapter(settingsFor(workspace, settings), { log });
      await slack.start(fewEars().ears).finally(() => slack.stop());
      return 'started';
    } catch (error) {
      expect(JSON.stringify(log.lines) + String(error)).not.toMatch(/xoxb-\w|xapp-\w/);
      return error;
    } finally {
      await workspace.stop();
    }
  };

  it('an empty signing secret', async () => {
    expect(await starting({ mode: 'http', signingSecret: ' ' })).toBeInstanceOf(ConfigError);
    expect(await starting({ mode: 'http', signingSecret: '' })).toBeInstanceOf(ConfigError);
  });

  it('Socket Mode without an app token', async () => {
    expect(await starting({ appToken: '' })).toBeInstanceOf(ConfigError);
  });

  it('a token that is wrong', async () => {
    expect(String(await starting({ botToken: 'xoxb-wrong-0123456789' }))).toContain('invalid_auth');
    expect(String(await starting({ appToken: 'xapp-wrong-0123456789' }))).toContain('invalid_auth');
  });

  it('a port that is taken', async () => {
    const { slack } = await startBot({ settings: { mode: 'http' } });
    expect(String(await starting({ mode: 'http', port: slack.port() ?? 0 }))).toContain('EADDRINUSE');
  });
});

describe('the stop', () => {
  it('lets what was begun end', async () => {
    let release = () => {};
    const few = fewEars({
      slow: () =>
        new Promise((resolve) => {
          release = () => resolve({ text: 'Late.', blocks: [{ kind: 'text', text: 'Late.' }] });
        }),
    });
    const { workspace, slack, heard } = await startBot({ ears: few });
    const ann = workspace.user('ann');
    const channel = workspace.channel('security', [ann]);
    const said = await ann.slash('/hipaa', 'slow', { channel });
    await workspace.until(() => heard.length === 1);
    const stopped = slack.stop();
    await workspace.until(() => workspace.sockets() === 0);
    expect(slack.healthy()).toBe(false);
    release();
    await stopped;
    expect(textOf(await said.reply())).toContain('Late.');
  });
});
