import check from '../../../../checks/aws/ecs/task-host-mode-user.ts';
import { testCheck } from '../../../kit/test-check.ts';

const container = { name: 'app', privileged: false, user: '1000', readonlyRootFilesystem: true };
const newest = { revision: 3, networkMode: 'host', windows: false, containers: [container] };
const withOne = (change: Partial<typeof container | { user: null }>) => ({
  newest: { ...newest, containers: [container, { ...container, name: 'agent', ...change }] },
});

testCheck(check, {
  pass: [
    { name: 'a user of its own', facts: { newest } },
    { name: 'a name that begins like root', facts: withOne({ user: 'rootless' }) },
    { name: 'a number that begins with 0 only in the group', facts: withOne({ user: '1000:0' }) },
  ],
  fail: [
    { name: 'privileged', facts: withOne({ privileged: true }), because: /revision 3: agent is privileged/ },
    { name: 'root', facts: withOne({ user: 'root' }), because: /agent runs as root/ },
    { name: 'number 0', facts: withOne({ user: '0' }), because: /agent runs as 0/ },
    { name: 'root and a group', facts: withOne({ user: 'root:web' }), because: /root:web/ },
    { name: 'no user named', facts: withOne({ user: null }), because: /unless its image says otherwise/ },
  ],
  notApplicable: [
    {
      name: 'a network of its own',
      facts: { newest: { ...newest, networkMode: 'awsvpc' } },
      because: /awsvpc/,
    },
    { name: 'the default network', facts: { newest: { ...newest, networkMode: null } }, because: /default/ },
  ],
});
