import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/workspaces/volume-encryption',
  title: "The virtual desktop's disks are encrypted",
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.workspaces.workspace',
  facts: ['encrypted'],
  evaluate: ({ encrypted: { root, user } }) => {
    if (root && user) return pass;
    if (!root && !user) return fail('neither its root volume nor its user volume is encrypted');
    return fail(`its ${root ? 'user' : 'root'} volume is not encrypted`);
  },
});
