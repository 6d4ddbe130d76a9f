import { describe, expect, it } from 'vitest';
import { type Actor, including, may, type Role, roles, signature } from '../../src/domain/people.ts';

describe('roles', () => {
  it.each<[Role[], Role[]]>([
    [[], []],
    [['viewer'], ['viewer']],
    [['responder'], ['viewer', 'responder']],
    [['approver'], ['viewer', 'responder', 'approver']],
    [['officer'], ['viewer', 'responder', 'approver', 'officer']],
    [['admin'], ['viewer', 'admin']],
    [
      ['admin', 'responder'],
      ['viewer', 'responder', 'admin'],
    ],
    [['viewer', 'viewer'], ['viewer']],
  ])('%j brings %j', (granted, brought) => {
    expect(including(granted)).toEqual(brought);
  });

  it('gives who runs the bot no say over risks', () => {
    const admin = { roles: including(['admin']), standing: 'member' } as const;
    expect(roles.filter((role) => may(admin, role))).toEqual(['viewer', 'admin']);
  });

  it('lets nobody but members do anything, whatever their roles', () => {
    const standings: Actor['standing'][] = ['guest', 'stranger', 'bot', 'deactivated'];
    for (const standing of standings)
      for (const role of roles) expect(may({ roles, standing }, role), `${standing} as ${role}`).toBe(false);
    for (const role of roles) expect(may({ roles, standing: 'member' }, role)).toBe(true);
  });
});

describe('a signature', () => {
  it('tells apart the same id in two workspaces and on two platforms', () => {
    const names = [
      signature({ platform: 'slack', team: 'T1', id: 'U1' }),
      signature({ platform: 'slack', team: 'T2', id: 'U1' }),
      signature({ platform: 'teams', team: 'T1', id: 'U1' }),
    ];
    expect(names).toEqual(['slack:T1:U1', 'slack:T2:U1', 'teams:T1:U1']);
  });
});
