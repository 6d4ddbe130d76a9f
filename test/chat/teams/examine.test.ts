import { describe, expect, it, onTestFinished } from 'vitest';
import { examineTeams } from '#src/chat/teams/examine';
import { startTeams } from '../../kit/teams/teams.ts';
import { settingsFor, startBot } from './bot.ts';

const statesOf = (symptoms: Awaited<ReturnType<typeof examineTeams>>) =>
  symptoms.map(({ state, says }) => `${state}: ${says}`);

async function around() {
  const teams = await startTeams();
  onTestFinished(() => teams.close());
  return teams;
}

describe('the doctor looks at Teams', () => {
  const manifest = 'package.json';

  it('and finds credentials and keys in order', async () => {
    const settings = settingsFor(await around(), { host: '0.0.0.0' });
    expect(statesOf(await examineTeams(settings, { manifest }))).toEqual([
      'ok: The app’s credentials work: Entra gives the bot a token.',
      'ok: The keys that sign Teams’ requests can be read.',
      'ok: The app’s manifest is there.',
    ]);
  });

  it('and tells a wrong secret without repeating it', async () => {
    const settings = settingsFor(await around(), { password: 'a wrong one' });
    const [first] = await examineTeams(settings, { manifest });
    expect(first).toMatchObject({
      state: 'failed',
      says: 'Entra gave no token (invalid_client, AADSTS7000215).',
    });
    expect(first?.remedy).toContain('TEAMS_APP_PASSWORD');
    expect(JSON.stringify(first)).not.toContain('a wrong one');
  });

  it('and tells that nothing can be reached', async () => {
    const nowhere = 'http://127.0.0.1:9';
    const settings = settingsFor(await around(), { loginUrl: nowhere, openIdUrl: nowhere });
    const symptoms = await examineTeams(settings, { manifest, endpoint: `${nowhere}/api/messages` });
    expect(symptoms.slice(0, 3).map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
  });

  it('and finds that the running endpoint refuses strangers', async () => {
    const { teams } = await startBot();
    const settings = settingsFor(teams);
    const symptoms = await examineTeams(settings, { manifest, endpoint: teams.endpoint });
    expect(statesOf(symptoms)).toContain('ok: The endpoint answers, and refuses who brings no token.');
  });

  it('and tells a manifest that is not there', async () => {
    const symptoms = await examineTeams(settingsFor(await around()), { manifest: 'nowhere/manifest.json' });
    expect(statesOf(symptoms)).toContain('warning: There is no nowhere/manifest.json.');
  });

  it.each([
    [new Date('2026-11-01T10:20:30Z'), 'ok: A button was pressed and answered on 2026-11-01 10:20 UTC.'],
    [null, 'warning: No button was pressed since the start.'],
  ])('and knows of a press: %s', async (pressedAt, says) => {
    const symptoms = await examineTeams(settingsFor(await around()), { manifest, pressedAt });
    expect(statesOf(symptoms)).toContain(says);
  });

  it('and sees the last press of the running bot', async () => {
    const { teams, adapter, answer } = await startBot();
    expect(adapter.pressedAt()).toBeNull();
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, chat, 'findings');
    await teams.press(teams.ann, chat, await answer(chat), 'Next');
    expect(adapter.pressedAt()).toBeInstanceOf(Date);
  });
});
