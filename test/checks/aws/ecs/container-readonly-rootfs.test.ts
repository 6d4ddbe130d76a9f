import check from '../../../../checks/aws/ecs/container-readonly-rootfs.ts';
import { testCheck } from '../../../kit/test-check.ts';

const container = { name: 'app', privileged: false, user: null, readonlyRootFilesystem: true };
const newest = { revision: 3, networkMode: null, windows: false, containers: [container] };

testCheck(check, {
  pass: [{ name: 'read-only', facts: { newest } }],
  fail: [
    {
      name: 'one of two',
      facts: {
        newest: {
          ...newest,
          containers: [container, { ...container, name: 'agent', readonlyRootFilesystem: false }],
        },
      },
      because: /revision 3: .* off for agent$/,
    },
  ],
  notApplicable: [{ name: 'Windows', facts: { newest: { ...newest, windows: true } }, because: /Windows/ }],
});
