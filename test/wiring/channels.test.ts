import { describe, expect, test } from 'vitest';
import { isTeamsChannel } from '#src/config/words';
import { channelsIn } from '#src/wiring/channels';

describe('a configured channel', () => {
  const channelOf = channelsIn({ slack: 'T1', teams: 'tenant' });
  test.each([
    ['C0123456789', 'slack', 'T1'],
    ['D0123456789', 'slack', 'T1'],
    ['19:ab12@thread.tacv2', 'teams', 'tenant'],
    ['19:ab12@thread.v2', 'teams', 'tenant'],
    ['a:1x-y_z', 'teams', 'tenant'],
  ])('%s is in %s', (id, platform, team) => {
    expect(channelOf(id)).toEqual({ platform, team, id });
  });

  test.each([
    ['19:'],
    ['a:'],
    ['general'],
    ['19:x@thread.tacv2;messageid=1'],
    ['b:1x'],
    ['19:a b@thread.v2'],
  ])('%s is none of Teams', (id) => {
    expect(isTeamsChannel(id)).toBe(false);
  });
});
